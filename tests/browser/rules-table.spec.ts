import { waitUntil } from '../../browsers/wait-until.ts'
import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { pageWithLinks } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { openRulesTable } from './kit/rules-table.ts'
import { expect, test } from './kit/test.ts'
import { openDashboard } from './kit/wallet-dashboard.ts'

const BLOG = 'https://blog.example'

test('rules of many sites are changed at once, and hold; a settings file asks before it raises anything', async ({
  launch,
  localnet,
  account,
  site,
}) => {
  test.setTimeout(300_000)
  const books = await openBooks(localnet, account)
  const [pointer] = usdPointers(localnet)
  const browser = await launch()
  await (await browser.popupFor()).setUp(account, { budget: '1', rate: '3.6' })
  const dashboard = await openDashboard(browser)
  const table = openRulesTable(dashboard)
  expect(await dashboard.tab.text('.rules-card .hint')).toContain('No site has a rule yet')
  const page = await browser.open(site.page('/', pageWithLinks({ a: pointer })))
  const popup = await browser.popupFor(page)
  const received = async () => (await books.received(pointer)).received
  await popup.until('the first payment', ({ site }) => site.sent > 0n)

  // What is wrong is said beside the field, and what was typed stays.
  for (const [typed, words] of [
    ['blog', 'not the address of a site'],
    ['http://blog.example', 'https://'],
  ] as const) {
    await table.add(typed)
    await dashboard.tab.waitFor(`document.activeElement.ariaInvalid === 'true'`, {
      what: 'the field to be marked',
    })
    expect(await dashboard.tab.text('.add-rule .error')).toContain(words)
    expect(await dashboard.tab.evaluate('document.activeElement.value')).toBe(typed)
  }
  await table.add(`${BLOG}/some/page`)
  await table.until('the new rule', { [BLOG]: { never: true } })
  await dashboard.choose('Its rule', 'cap')
  await dashboard.tab.fillField('Monthly cap', '0.9')
  await table.add(new URL(site.origin).host)
  await table.until('the other', { [BLOG]: {}, [site.origin]: { never: false, cap: '900000000' } })

  // Never, in bulk: the page stops, and its receiver gets nothing more.
  await dashboard.tab.setCheckbox('Select all 2', true)
  expect(await table.apply('never')).toBe('The change holds for 2 sites.')
  const never = await popup.unpaid('never-pay')
  expect(await received()).toBe(never.site.sent)
  await page.reload()
  await popup.until('the reload', ({ page }) => page.reason === 'never-pay' && page.sent === 0n)
  expect(await received()).toBe(never.site.sent)

  // A rate of its own, in bulk: nothing first, then enough.
  await table.apply('rate', '0')
  await table.apply('pay')
  await popup.unpaid('rate-zero-here')
  await table.apply('rate', '7,2')
  const rate = { never: false, rate: '7200000000' }
  await table.until('their rate', { [BLOG]: rate, [site.origin]: { ...rate, cap: '900000000' } })
  const again = await popup.until('it is paid again', ({ site }) => site.sent > never.site.sent)
  expect(await dashboard.tab.evaluate('document.querySelector("[data-selected]").dataset')).toEqual(
    { rules: '2', selected: '2' },
  )

  // The table follows what is decided elsewhere.
  await popup.tab.clickButton('Never pay')
  await table.until('the popup’s choice', { [BLOG]: rate, [site.origin]: { never: true } })
  await popup.tab.clickButton('Pay this site')
  await table.until('its other choice', { [BLOG]: rate, [site.origin]: rate })

  // Only what the search finds is changed, and what goes is asked for.
  await dashboard.tab.fillField('Search rules', 'Blog')
  await table.until('what was found', { [BLOG]: rate })
  await table.begin('defaults')
  await dashboard.tab.clickButton('Keep')
  await table.begin('defaults')
  await dashboard.tab.clickButton('Take away')
  await table.until('it to go', {})
  await dashboard.tab.fillField('Search rules', '')
  await table.until('what is left', { [site.origin]: { ...rate, cap: '900000000' } })

  // A file that raises the budget: no changes nothing, yes takes it.
  const limit = async () => (await popup.look()).budget.limit
  const file = JSON.parse(await dashboard.saved('Save settings')) as object
  const raising = JSON.stringify({ ...file, budget: '2000000000' })
  expect(await dashboard.show(raising)).toContain('budget would rise from 1.00 USD to 2.00 USD')
  await dashboard.tab.clickButton('Leave all as it is')
  expect(await dashboard.saidOfFile()).toBe('Nothing was changed.')
  expect(await limit()).toBe(1_000_000_000n)
  const kept = JSON.parse(await dashboard.saved('Save settings')) as object
  expect({ ...kept, exportedAt: null }).toEqual({ ...file, exportedAt: null })
  // The yes is to what was read: a budget that is another one by now is asked about again.
  expect(await dashboard.show(raising)).toContain('from 1.00 USD to 2.00 USD')
  await popup.save('Monthly budget', '1.5')
  await dashboard.tab.clickButton('Use them')
  await dashboard.tab.waitFor(
    `document.querySelector('.import-preview .ask > p')?.textContent.includes('from 1.50 USD to 2.00 USD')`,
    { what: 'the new question' },
  )
  expect(await limit()).toBe(1_500_000_000n)
  await dashboard.tab.clickButton('Use them')
  expect(await dashboard.saidOfFile()).toContain('taken')
  await waitUntil(async () => (await limit()) === 2_000_000_000n || null, { what: 'the budget' })
  expect(await dashboard.show(raising)).toContain('that you have already')

  await popup.until('payments to go on', ({ site }) => site.sent > again.site.sent)
  const end = await popup.switchOff()
  // Where the last rule goes, keyboards go on from the title.
  await dashboard.tab.setCheckbox('Select the only one', true)
  await table.begin('defaults')
  await dashboard.tab.clickButton('Take away')
  await dashboard.tab.waitFor(
    `document.activeElement.matches('.rules-card h3') && !document.querySelector('tr[data-rule]')`,
    { what: 'the title of no rules' },
  )
  expect(await received()).toBe(end.site.sent)
  await expectBooksToAgree(books, end)
})
