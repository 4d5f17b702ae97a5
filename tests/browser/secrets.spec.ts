import { ChromiumTab } from '../../browsers/chromium/chromium-tab.ts'
import type { Tab } from '../../browsers/driver.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

const DOM = `document.documentElement.outerHTML + [...document.querySelectorAll('input')].map(({ value }) => value)`

/** What a page could see: its document, all it heard, and the names and texts of its own globals. */
const PAGE = `${DOM} + JSON.stringify(heard) + Object.getOwnPropertyNames(window).join() + JSON.stringify({ ...localStorage, ...sessionStorage })`

/** What the extension's content script could read with its own API; asked through a debugger. */
const contentScriptSees = async (tab: ChromiumTab, extensionId: string): Promise<string> => {
  const cdp = await tab.page.context().newCDPSession(tab.page)
  const worlds: { id: number; origin: string }[] = []
  cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context))
  await cdp.send('Runtime.enable')
  const world = worlds.find(({ origin }) => origin.includes(extensionId))
  if (!world) throw new Error('The content script has no world in this page')
  const { result } = await cdp.send('Runtime.evaluate', {
    contextId: world.id,
    awaitPromise: true,
    returnByValue: true,
    expression: `(async () => JSON.stringify([
      await chrome.storage.local.get(null).catch(String),
      await indexedDB.databases(),
    ]))()`,
  })
  return String(result.value)
}

const consoleOf = (tab: Tab): string[] => {
  const lines: string[] = []
  if (tab instanceof ChromiumTab) tab.page.on('console', (message) => lines.push(message.text()))
  return lines
}

test('the access token is nowhere but in the wallet', async ({
  wallet,
  account,
  localnet,
  site,
}) => {
  const { token } = account
  const page = await wallet.open('about:blank')
  const lines = consoleOf(page)
  await page.goto(site.page('/', pageWithLinks({ a: usdPointers(localnet)[0] })))
  await untilHeard(page, 'monetization', 'a', 2)
  expect(await page.evaluate<string>(PAGE)).not.toContain(token)
  expect(lines.join('\n')).not.toContain(token)

  const popup = await wallet.popupFor(page)
  await popup.until('the wallet', ({ view }) => view === 'main')
  await popup.openSettings()
  expect(await popup.tab.evaluate<string>(DOM)).not.toContain(token)
  const api = `(globalThis.browser ?? chrome).storage`
  const stored = await popup.tab.evaluate<unknown>(
    `Promise.all(['local', 'sync', 'session'].map((area) => ${api}[area]?.get(null)))`,
  )
  expect(JSON.stringify(stored)).not.toContain(token)
  // Where it is: so that a wallet that keeps it nowhere, or elsewhere, does not pass as safe.
  const databases = await popup.tab.evaluate<{ name: string }[]>('indexedDB.databases()')
  expect(databases).toHaveLength(1)

  if (page instanceof ChromiumTab) {
    const seen = await contentScriptSees(page, new URL(wallet.driver.extensionOrigin).host)
    expect(seen).not.toContain(token)
    expect(seen).not.toContain(databases[0]!.name)
  }
})
