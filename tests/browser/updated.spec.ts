import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pageCall } from '../../browsers/page-call.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { holdPayment } from './kit/hold-payment.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { withProfile } from './kit/profile.ts'
import { builtExtension } from './kit/wallet-browser.ts'
import { openWire } from './kit/wire.ts'

/** Chromium starts what is unpacked again only where the user is a developer; Firefox looks at no such file. */
const beDeveloper = (profileDir: string): void => {
  const preferences = join(profileDir, 'Default', 'Preferences')
  mkdirSync(dirname(preferences), { recursive: true })
  writeFileSync(preferences, JSON.stringify({ extensions: { ui: { developer_mode: true } } }))
}

const RELOAD = '(globalThis.browser ?? globalThis.chrome).runtime.reload()'
const VERSION = '(globalThis.browser ?? globalThis.chrome).runtime.getManifest().version'

/** Runs in an extension page: what a later version does when it changes what is kept. */
const raiseDatabase = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('tributary', 99)
    opening.onerror = () => reject(new Error(opening.error?.message))
    opening.onsuccess = () => {
      opening.result.close()
      resolve(opening.result.version)
    }
  })

/** Runs in an extension page. */
const readKept = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('tributary')
    opening.onerror = () => reject(new Error(opening.error?.message))
    opening.onsuccess = () => {
      const { result } = opening
      const rows = result.transaction('settings').objectStore('settings').getAll()
      rows.onsuccess = () => {
        result.close()
        resolve(JSON.stringify([result.version, rows.result]))
      }
    }
  })

test('a new version takes over in the midst of a payment, and the books agree', async ({
  kind,
  launch,
  localnet,
  account,
  site,
}) => {
  test.setTimeout(240_000)
  const books = await openBooks(localnet, account)
  const wire = await openWire(account.url)
  await withProfile(async (own) => {
    const [extensionDir, profileDir] = [join(own, 'extension'), join(own, 'profile')]
    cpSync(builtExtension(kind), extensionDir, { recursive: true })
    beDeveloper(profileDir)
    const browser = await launch({ extensionDir, profileDir })
    const setup = await browser.popupFor()
    await setup.setUp({ ...account, url: wire.url }, { budget: '5', rate: '3.6' })
    const [pointer] = usdPointers(localnet)
    const page = await browser.open(site.page('/', pageWithLinks({ a: pointer })))
    await untilHeard(page, 'monetization', 'a', 2)
    await holdPayment(wire, books)

    const manifest = join(extensionDir, 'manifest.json')
    const parts = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
    const version = `${parts.version}.1`
    writeFileSync(manifest, JSON.stringify({ ...parts, version }))
    // It closes the page that says so.
    await setup.tab.evaluate(`setTimeout(() => ${RELOAD}, 0), true`)
    const updated = async () => {
      const popup = await browser.popupFor().catch(() => null)
      const shown = await popup?.tab.evaluate<string>(VERSION).catch(() => null)
      return shown === version ? popup : null
    }
    const popup = await waitUntil(updated, { what: 'the new version' })
    wire.letThrough()
    const view = await popup.until(
      'the wallet, with a payment in doubt and its site',
      ({ view, budget, sites }) => view === 'main' && budget.inDoubt > 0n && sites.length > 0,
    )
    expect(view.budget.limit).toBe(5_000_000_000n)
    expect(view.sites.map(({ origin }) => origin)).toEqual([site.origin])

    // Content scripts of before are cut off; a page that is loaded now is paid by the new version.
    await page.reload()
    await untilHeard(page, 'monetization', 'a')
    const end = await (await browser.popupFor(page)).closePage(page)
    expect(end.budget.spent).toBeGreaterThan(view.budget.spent)
    await expectBooksToAgree(books, end)
    await browser.driver.close()
  }).finally(() => wire.close())
})

test('says that a newer version wrote what is kept, and leaves it as it is', async ({
  launch,
  account,
}) => {
  const browser = await launch()
  const popup = await browser.popupFor()
  await popup.setUp(account, { budget: '5' })
  expect(await popup.tab.evaluate(pageCall(raiseDatabase))).toBe(99)
  const kept = await popup.tab.evaluate(pageCall(readKept))
  await browser.driver.killBackground()
  await popup.tab.reload()
  await popup.tab.waitFor(`document.querySelector('main [data-unusable="newer"]')`, {
    what: 'the popup to say so',
  })
  const dashboard = await browser.open(`${browser.driver.extensionOrigin}/dashboard.html`)
  await dashboard.waitFor(`document.querySelector('main [data-unusable="newer"]')`, {
    what: 'the dashboard to say so',
  })
  expect(await popup.tab.evaluate(pageCall(readKept))).toBe(kept)
})
