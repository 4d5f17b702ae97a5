import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { pageWithLinks } from './kit/heard.ts'
import { expect, test } from './kit/test.ts'

test('stops at the budget to the unit, says so, and goes on when it is raised', async ({
  launch,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const browser = await launch()
  const pointer = localnet.wallets[0]!.url
  // Three ticks of 1 000 000 units, and a rest that is no whole tick.
  const setup = await browser.popupFor()
  await setup.setUp(account, { budget: '0.003000007', rate: '3.6' })
  const page = await browser.open(site.page('/', pageWithLinks({ a: pointer })))
  const popup = await browser.popupFor(page)

  const spent = await popup.unpaid('budget-spent')
  expect(spent.budget).toMatchObject({ spent: 3_000_007n, left: 0n, inDoubt: 0n })
  expect(await books.debit()).toBe(3_000_007n)
  expect((await books.received(pointer)).received).toBe(3_000_007n)
  expect(await popup.tab.text('.budget-spent')).toContain('Budget spent')

  await popup.tab.clickButton('Raise the budget')
  await popup.tab.waitFor(`document.activeElement.matches('.settings input')`, {
    what: 'the button to lead to the field',
  })
  await popup.save('Monthly budget', '0.0045')
  const raised = await popup.until(
    'the rest is spent',
    ({ budget }) => budget.spent === 4_500_000n && budget.reserved === 0n,
  )
  expect(await popup.tab.text('.budget-spent')).toContain('Budget spent')
  expect(await books.debit()).toBe(4_500_000n)
  await expectBooksToAgree(books, raised)

  // Lowered below what is spent: nothing more, and nothing breaks.
  await popup.save('Monthly budget', '0.001')
  const lowered = await popup.until('the new limit', ({ budget }) => budget.limit === 1_000_000n)
  expect(lowered.budget.spent).toBe(raised.budget.spent)
  expect(lowered.page.reason).toBe('budget-spent')
})
