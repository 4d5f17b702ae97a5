import { pageCall } from '../../browsers/page-call.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import { axeFindings } from './kit/axe.ts'
import { openBooks } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { withProfile } from './kit/profile.ts'
import { expect, test } from './kit/test.ts'
import { launchWalletBrowser } from './kit/wallet-browser.ts'
import { openDashboard, type WalletDashboard } from './kit/wallet-dashboard.ts'

interface Listed {
  readonly name: string
  readonly inUse: boolean
  /** What counts as spent in this month, in the smallest unit. */
  readonly counted: bigint
}

/** These run in the dashboard, or in the popup. */
const listed = () =>
  [...document.querySelectorAll<HTMLElement>('.connection-row')].map((row) => ({
    name: row.querySelector('h4')?.textContent ?? '',
    inUse: row.dataset['inUse'] === 'true',
    counted: row.dataset['counted'] ?? '0',
  }))
const chooseConnection = (name: string): void => {
  const select = document.querySelector<HTMLSelectElement>('.connection-select select')
  const option = [...(select?.options ?? [])].find((one) => one.textContent === name)
  if (!select || !option) throw new Error(`no connection ${name}`)
  select.value = option.value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

const listedBy = async ({ tab }: WalletDashboard): Promise<Listed[]> => {
  const rows = await tab.evaluate<ReturnType<typeof listed>>(pageCall(listed))
  return rows.map((row) => ({ ...row, counted: BigInt(row.counted) }))
}
const untilListed = (dashboard: WalletDashboard, what: string, wish: (all: Listed[]) => boolean) =>
  waitUntil(
    async () => {
      const all = await listedBy(dashboard)
      return wish(all) ? all : null
    },
    { what },
  )
/** The dashboard hears of it by itself, and what is in the books of others is read later. */
const expectListed = (dashboard: WalletDashboard, all: readonly Listed[]) =>
  expect.poll(() => listedBy(dashboard), { message: 'both books' }).toEqual(all)
const usedIs = (name: string) => (all: Listed[]) =>
  all.some((one) => one.inUse && one.name === name)

test('pays over two accounts, one at a time, each out of its own book', async ({
  kind,
  localnet,
  account,
  site,
}) => {
  test.setTimeout(360_000)
  const other = localnet.btp[1]
  if (!other) throw new Error('localnet has no second account')
  const usd = await openBooks(localnet, account)
  const eur = await openBooks(localnet, other)
  const second = `${other.username}@${new URL(other.url).host} EUR`
  const [pointer] = usdPointers(localnet)
  const url = site.page('/', pageWithLinks({ a: pointer }))
  await withProfile(async (profileDir) => {
    const browser = await launchWalletBrowser(kind, { profileDir })
    const spent = await (async () => {
      const popup = await browser.popupFor()
      await popup.setUp(account, { budget: '1', rate: '3.6' })
      const dashboard = await openDashboard(browser)
      const { tab } = dashboard
      await tab.clickButton(`Rename: ${account.username}@${new URL(account.url).host} USD`)
      await tab.fillField('Name', 'Dollars '.repeat(8))
      await tab.clickButton('Save')
      await tab.waitFor(`document.querySelector('.connection-name .error')`, {
        what: 'what is wrong with the name',
      })
      await tab.fillField('Name', 'Dollars')
      await tab.clickButton('Save')
      await untilListed(dashboard, 'its name', usedIs('Dollars'))

      const page = await browser.open(url)
      const aside = await browser.popupFor(page)
      await untilHeard(page, 'monetization', 'a', 2)
      await tab.clickButton('Add a connection')
      await tab.fillField('Connector address', other.url)
      await tab.fillField('Account name', other.username)
      await tab.clickButton('Try and add')
      await tab.waitFor(`document.querySelector('.add-connection [aria-invalid=true]')`, {
        what: 'what is wrong with the token',
      })
      await tab.fillField('Access token', other.token)
      expect(await axeFindings(tab), 'while one is added').toEqual([])
      await tab.clickButton('Try and add')
      await untilListed(dashboard, 'the second in use', usedIs(second))
      expect(await aside.until('its first budget', ({ view }) => view === 'budget')).toBeTruthy()
      const usdSpent = await usd.debit()
      expect(usdSpent).toBeGreaterThan(0n)

      await tab.fillField('Monthly budget', '1')
      await tab.clickButton('Start')
      const paying = await aside.until('the second to pay', ({ page }) => page.state === 'paying')
      expect(paying.budget.limit).toBe(10n ** 9n)
      await aside.until('a payment over it', ({ budget }) => budget.spent > 0n)
      await aside.closePage(page)
      const after = [await usd.debit(), await eur.debit()] as const
      expect(after[0], 'nothing more over the first').toBe(usdSpent)
      await expectListed(dashboard, [
        { name: 'Dollars', inUse: false, counted: after[0] },
        { name: second, inUse: true, counted: after[1] },
      ])
      await tab.clickButton('Test now: Dollars')
      await tab.waitFor(`document.querySelector('[data-test=done]')?.textContent`, {
        what: 'the connector’s answer',
      })
      expect(await axeFindings(tab), 'with two connections').toEqual([])
      return after
    })().finally(() => browser.driver.close())

    const again = await launchWalletBrowser(kind, { profileDir })
    try {
      const dashboard = await openDashboard(again)
      await expectListed(dashboard, [
        { name: 'Dollars', inUse: false, counted: spent[0] },
        { name: second, inUse: true, counted: spent[1] },
      ])
      const page = await again.open(url)
      const popup = await again.popupFor(page)
      await untilHeard(page, 'monetization', 'a')
      await dashboard.tab.clickButton('Use: Dollars')
      await untilListed(dashboard, 'the first in use', usedIs('Dollars'))
      await waitUntil(async () => ((await usd.debit()) > spent[0] ? true : null), {
        what: 'more over the first',
      })
      const back = await popup.until('the first', ({ budget }) => budget.spent > spent[0])
      expect(back.payments).toBe(true)
      await popup.tab.evaluate(pageCall(chooseConnection, second))
      await untilListed(dashboard, 'the second in use', usedIs(second))
      await popup.closePage(page)
      const debits = [await usd.debit(), await eur.debit()] as const
      await expectListed(dashboard, [
        { name: 'Dollars', inUse: false, counted: debits[0] },
        { name: second, inUse: true, counted: debits[1] },
      ])
      expect(debits[0]).toBeGreaterThan(spent[0])
      expect(debits[1]).toBeGreaterThanOrEqual(spent[1])

      await dashboard.tab.clickButton('Remove: Dollars')
      await dashboard.tab.clickButton('Keep it')
      await dashboard.tab.clickButton('Remove: Dollars')
      await dashboard.tab.clickButton('Take it away')
      await untilListed(dashboard, 'one to be left', (all) => all.length === 1)
      await dashboard.tab.clickButton('Add a connection')
      await dashboard.tab.fillField('Connector address', account.url)
      await dashboard.tab.fillField('Account name', account.username)
      await dashboard.tab.fillField('Access token', account.token)
      await dashboard.tab.setCheckbox('Use it at once', false)
      await dashboard.tab.clickButton('Try and add')
      const spentBefore = async () => (await listedBy(dashboard)).find((one) => !one.inUse)?.counted
      await expect.poll(spentBefore, { message: 'what it spent' }).toBe(debits[0])
    } finally {
      await again.driver.close()
    }
  })
})
