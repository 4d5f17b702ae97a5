import { waitUntil } from '../../browsers/wait-until.ts'
import { LARGEST_FILE } from '../../src/wallet/settings-file.ts'
import { axeFindings } from './kit/axe.ts'
import { openBooks } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { openTestSite } from './kit/test-site.ts'
import { openDashboard, type WalletDashboard } from './kit/wallet-dashboard.ts'

/** What the journal on the disk says was posted, by code of its own. */
const postedInJournal = async ({ tab }: WalletDashboard): Promise<bigint> => {
  const text = await tab.evaluate<string>(`new Promise((resolve) => {
    const port = chrome.runtime.connect({ name: 'popup' })
    port.onMessage.addListener(({ kind, text }) => kind === 'exported' && resolve(text))
    port.postMessage({ kind: 'export', id: 'book' })
  })`)
  const { base, entries } = JSON.parse(text) as {
    base: unknown
    entries: { kind: string; packet: string; amount?: string }[]
  }
  expect(base, 'the journal is not compacted yet').toBeNull()
  const amounts = new Map(entries.map(({ packet, amount }) => [packet, amount] as const).reverse())
  const reserved = entries.filter(({ kind }) => kind === 'reserve')
  for (const { packet, amount } of reserved) amounts.set(packet, amount)
  const posts = entries.filter(({ kind }) => kind === 'post')
  return posts.reduce((sum, { packet }) => sum + BigInt(amounts.get(packet) ?? '0'), 0n)
}

/** Units of an asset with 9 decimals, of the rows of a file. */
const sumOfCsv = (csv: string, site: string): bigint =>
  csv
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'))
    .filter((cells) => cells[2] === site)
    .reduce((sum, [, , , , sent = '0']) => {
      const [whole = '0', fraction = ''] = sent.split('.')
      return sum + BigInt(whole + fraction.padEnd(9, '0'))
    }, 0n)

const withoutDate = (text: string): unknown => ({
  ...(JSON.parse(text) as object),
  exportedAt: null,
})

test('shows what each site got, to the unit, and forgets names without a change of the budget', async ({
  launch,
  localnet,
  account,
  site,
}) => {
  const other = await openTestSite()
  try {
    const books = await openBooks(localnet, account)
    const browser = await launch()
    const setup = await browser.popupFor()
    await setup.setUp(account, { budget: '1', rate: '3.6' })
    const dashboard = await openDashboard(browser)
    await dashboard.choose('Keep which pages were paid', '30')
    await dashboard.tab.waitFor(
      `[...document.querySelectorAll('.progress')].some((one) => one.textContent === 'Saved')`,
      { what: 'the setting to be saved' },
    )
    expect(await axeFindings(dashboard.tab), 'while nothing is there').toEqual([])

    const [one, two] = usdPointers(localnet)
    const first = await browser.open(site.page('/a/page', pageWithLinks({ a: one })) + '?q=1#x')
    const second = await browser.openBeside(other.page('/', pageWithLinks({ a: two })))
    await untilHeard(first, 'monetization', 'a', 2)
    await untilHeard(second, 'monetization', 'a', 2)
    await first.close()
    const popup = await browser.popupFor(second)
    const { budget } = await popup.closePage(second)

    const shown = await dashboard.until('all of it', ({ posted }) => posted === budget.spent)
    const received = [await books.received(one), await books.received(two)]
    const expected = {
      [site.origin]: received[0]?.received,
      [other.origin]: received[1]?.received,
    }
    expect(shown.sites).toEqual(expected)
    expect(shown.received).toEqual({ 'USD/9': shown.posted })
    expect(shown.inDoubt).toBe(budget.inDoubt)
    expect(await postedInJournal(dashboard)).toBe(shown.posted)
    const csv = await dashboard.saved('Save as CSV')
    for (const [name, amount] of Object.entries(expected)) expect(sumOfCsv(csv, name)).toBe(amount)

    // Totals of another range do not wait for the rows of its sites, nor do those before pass for them.
    const busy = `document.querySelector('.sites-card[aria-busy=true]') !== null`
    await dashboard.whileSitesAreHeld(async () => {
      await dashboard.choose('Time', 'week')
      await dashboard.tab.waitFor(busy, { what: 'the sites of the week to be asked for' })
    })
    await dashboard.tab.waitFor(`!(${busy})`, { what: 'the sites of the week' })
    expect((await dashboard.until('the week', () => true)).sites).toEqual(expected)

    const host = new URL(site.origin).host
    await dashboard.tab.clickButton(`Pages of http://${host}`)
    const { pages } = await dashboard.until('its pages', ({ pages }) => '/a/page' in pages)
    expect(pages).toEqual({ '/a/page': expected[site.origin] })
    expect(await axeFindings(dashboard.tab), 'with a history').toEqual([])

    await dashboard.tab.clickButton('Delete the history of this site')
    await dashboard.tab.clickButton('Delete')
    const after = await dashboard.until('its name to go', ({ sites }) => !(site.origin in sites))
    expect(after).toMatchObject({ posted: budget.spent, sites: { '': expected[site.origin] } })
    const left = await popup.until('the site to go', ({ sites }) => sites.length === 1)
    expect(left.budget).toEqual(budget)
    expect(left.sites).toEqual([{ origin: other.origin, sent: expected[other.origin] }])
    const traces = await dashboard.tab.evaluate<boolean>(`new Promise((resolve) => {
      const port = chrome.runtime.connect({ name: 'popup' })
      port.onMessage.addListener(({ kind, text }) => kind === 'exported' && resolve(text.includes('${host}')))
      port.postMessage({ kind: 'export', id: 'book' })
    })`)
    expect(traces, 'the name in the journal').toBe(false)
  } finally {
    await other.close()
  }
})

test('takes all of a settings file or nothing of it, and asks the connector when told to', async ({
  wallet,
}) => {
  const dashboard = await openDashboard(wallet)
  await dashboard.tab.clickButton('Test now')
  await dashboard.tab.waitFor(`document.querySelector('[data-test=done]')?.textContent`, {
    what: 'the connector’s answer',
  })
  const before = await dashboard.saved('Save settings')
  expect(JSON.parse(before)).not.toHaveProperty('settings.connection.token')
  const file = JSON.parse(before) as { version: number; settings: Record<string, unknown> }
  const bad = [
    ['{"format":"tributary-settings"', 'damaged'],
    [JSON.stringify({ ...file, settings: { ...file.settings, rateTolerance: 9_999 } }), 'damaged'],
    [JSON.stringify({ ...file, version: 2 }), 'newer version'],
    [before.padEnd(LARGEST_FILE + 1), 'larger'],
  ] as const
  for (const [text, words] of bad) {
    expect(await dashboard.take(text)).toContain(words)
    expect(withoutDate(await dashboard.saved('Save settings'))).toEqual(withoutDate(before))
  }
  const good = JSON.stringify({ ...file, settings: { ...file.settings, rateTolerance: 700 } })
  expect(await dashboard.take(good)).toContain('taken')
  const now = await waitUntil(() => dashboard.saved('Save settings'), { what: 'the settings' })
  expect(JSON.parse(now)).toHaveProperty('settings.rateTolerance', 700)
  expect(await dashboard.take(before)).toContain('taken')
})
