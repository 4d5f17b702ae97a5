import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

test('pays a page once: the amount, a question, and exactly what came of it', async ({
  launch,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const [pointer, other] = usdPointers(localnet)
  const browser = await launch()
  const setup = await browser.popupFor()
  await setup.setUp(account, { budget: '1', rate: '0' })
  const page = await browser.open(site.page('/', pageWithLinks({ a: pointer, b: other })))
  const popup = await browser.popupFor(page)
  await popup.until('the wallet', ({ page }) => page.reason === 'rate-zero')
  await popup.openSitePart('Pay once')
  const error = async (amount: string) => {
    await popup.submit('Amount to pay once', amount)
    await popup.tab.waitFor(`document.querySelector('.one-time [aria-invalid=true]')`, {
      what: `${amount} to be refused`,
    })
    const { value, error } = (await popup.field('Amount to pay once'))!
    expect(value).toBe(amount)
    return error
  }
  expect(await error('a cent')).toContain('digits')
  expect(await error('1.01')).toContain('left of the budget')
  await popup.save('Monthly cap', '0.3')
  await popup.openSitePart('Pay once')
  expect(await error('0.31')).toContain('may still have this month')

  await popup.submit('Amount to pay once', '0.250000001')
  const asked = await popup.tab.text('.one-time .ask')
  expect(asked).toContain('now?')
  await popup.tab.clickButton('Do not pay')
  await popup.submit('Amount to pay once', '0.25')
  expect(await books.debit()).toBe(0n)
  await popup.tab.clickButton('Pay 0.25 USD')
  const paid = await popup.until(
    'the payment to be over',
    ({ oneTime }) => oneTime.state === 'done',
  )
  expect(paid.oneTime).toEqual({
    state: 'done',
    sent: 250_000_000n,
    delivered: 250_000_000n,
    inDoubt: 0n,
    reason: 'none',
  })
  expect(await popup.tab.text('.one-time-result')).toBe(
    'Paid once: 0.25 USD sent. 0.25 USD received.',
  )
  expect((await books.received(pointer)).received).toBe(250_000_000n)
  expect((await books.received(other)).received).toBe(0n)
  expect(await books.debit()).toBe(250_000_000n)
  await untilHeard(page, 'monetization', 'a')

  // A popup that is opened later tells it, too.
  const later = await browser.popupFor(page)
  await later.until('the payment is told', ({ oneTime }) => oneTime.sent === 250_000_000n)

  await popup.submit('Amount to pay once', '0.05')
  await popup.tab.clickButton('Pay 0.05 USD')
  const full = await popup.until('the second to be over', ({ site }) => site.sent === 300_000_000n)
  expect(full.budget.reserved).toBe(0n)
  expect((await books.received(pointer)).received).toBe(300_000_000n)
  await expectBooksToAgree(books, full)
})
