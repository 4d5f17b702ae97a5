import type { Tab } from '../../../browsers/driver.ts'
import { pageCall } from '../../../browsers/page-call.ts'
import type { BtpAccount } from '../../../localnet/announcement.ts'
import type { Localnet } from '../../../localnet/localnet.ts'
import { pageWithLinks } from './heard.ts'
import { loseDatabase } from './lose-database.ts'
import { usdPointers } from './paid-pages.ts'
import type { TestSite } from './test-site.ts'
import { putFile } from './wallet-dashboard.ts'
import type { WalletBrowser } from './wallet-browser.ts'

interface Parts {
  readonly browser: WalletBrowser
  readonly account: BtpAccount
  readonly localnet: Localnet
  readonly site: TestSite
}

/** Both run in the popup. By place, not by label: it is the same in every language. */
const typeInto = (texts: readonly string[]): void => {
  const form = document.querySelector<HTMLFormElement>('main form')
  const fields = form?.querySelectorAll<HTMLInputElement>('.field input') ?? []
  for (const [index, field] of [...fields].entries()) {
    field.value = texts[index] ?? ''
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const box = form?.querySelector<HTMLInputElement>('.checkbox input')
  if (box && !box.checked) box.click()
}
const submitForm = (): void => document.querySelector<HTMLFormElement>('main form')?.requestSubmit()

const SETTINGS_FILE = JSON.stringify({
  format: 'tributary-settings',
  version: 1,
  settings: {
    developerMode: true,
    rateTolerance: 700,
    pageDays: 30,
    neverPay: ['https://a.example'],
    connection: null,
  },
})

/** Leads a fresh wallet through every view of its popup and its tabs, in whatever language it speaks. */
export const walkThroughViews = async (
  { browser, account, localnet, site }: Parts,
  visit: (view: string, popup: Tab) => Promise<void>,
): Promise<void> => {
  const shown = async (popup: Tab, view: string, selector: string): Promise<Tab> => {
    await popup.waitFor(`document.querySelector(${JSON.stringify(selector)})`, {
      what: `the view "${view}"`,
    })
    await visit(view, popup)
    return popup
  }
  const over = async (path: string, links: Readonly<Record<string, string>>) =>
    (await browser.popupFor(await browser.open(site.page(path, pageWithLinks(links))))).tab
  const fill = async (popup: Tab, ...texts: readonly string[]): Promise<void> => {
    await popup.evaluate(pageCall(typeInto, texts))
    await popup.evaluate(pageCall(submitForm))
  }
  const press = (popup: Tab, selector: string) =>
    popup.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`)

  const first = await shown((await browser.popupFor()).tab, 'connect', '[type=password]')
  await fill(first, 'nonsense')
  await shown(first, 'connect, refused', '.field .error')
  await fill(first, account.url, account.username, account.token)
  await shown(first, 'budget', 'form .amount-input')
  await fill(first, '5')
  await shown(first, 'no page', '[data-state=no-page]')

  await shown(await over('/bare', {}), 'no tag', '[data-state=no-tag]')
  const refused = await over('/refused', { a: 'gopher://wallet.example/' })
  await shown(refused, 'not paid', '[data-state=stopped]')
  const [one, two] = usdPointers(localnet)
  const paid = await over('/paid', { a: one, b: two })
  await shown(paid, 'paid', '[data-state=paying]')
  await press(paid, '.site-parts button')
  await shown(paid, 'site', '.site-card .amount-setting')
  await press(paid, '.site-parts button + button')
  await shown(paid, 'once', '.one-time form')
  await press(paid, '.fold')
  await press(paid, '.connection > button')
  await shown(paid, 'settings', '.ask')

  const beside = (page: string) => browser.openBeside(`${browser.driver.extensionOrigin}/${page}`)
  const history = await shown(await beside('dashboard.html'), 'dashboard', 'tr[data-origin]')
  await press(history, '.site-name')
  await press(history, '.chart-card > .quiet')
  // A rule, then a change of none; and a file that would make one more.
  await fill(history, 'blog.example')
  await history.waitFor(`document.querySelector('tr[data-rule]')`, { what: 'a rule' })
  await fill(history)
  await history.evaluate(pageCall(putFile, SETTINGS_FILE))
  await history.evaluate(`document.querySelector('.take-file').requestSubmit()`)
  await history.waitFor(`document.querySelector('.import-preview')`, { what: 'the preview' })
  await shown(history, 'dashboard, a site', '[data-pages-of]')
  await shown(await beside('welcome.html'), 'welcome', '[data-welcome=done]')

  const tried = await beside('try.html')
  await tried.waitFor(`document.querySelector('form input')`, { what: 'the field for a pointer' })
  await fill(tried, one)
  await shown(tried, 'try', '[data-heard=monetization]')

  await first.evaluate(pageCall(loseDatabase))
  await browser.driver.killBackground()
  await first.reload()
  await shown(first, 'stopped', '[data-view=stopped]')
}
