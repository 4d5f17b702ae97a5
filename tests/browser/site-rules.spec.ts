import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { pageWithLinks } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

test('a site is paid at its own rate, up to its cap, or never, as the popup is told', async ({
  launch,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const [pointer] = usdPointers(localnet)
  const browser = await launch()
  const setup = await browser.popupFor()
  // Nothing is paid before the site has rules of its own.
  await setup.setUp(account, { budget: '5', rate: '0' })
  const page = await browser.open(site.page('/', pageWithLinks({ a: pointer })))
  const popup = await browser.popupFor(page)
  const received = async () => (await books.received(pointer)).received
  await popup.unpaid('rate-zero')

  // What is wrong is said beside the field, and what was typed stays.
  await popup.openSitePart('Rate and cap')
  await popup.submit('Monthly cap', '1.0.0')
  await popup.tab.waitFor(`document.querySelector('.site-card [aria-invalid=true]')`, {
    what: 'the field to be marked',
  })
  expect(await popup.field('Monthly cap')).toMatchObject({
    value: '1.0.0',
    error: expect.stringContaining('digits'),
  })

  await popup.save('Monthly cap', '0.002500003')
  await popup.save('Rate for this site', '3.6')
  const capped = await popup.unpaid('site-cap-reached')
  expect(capped.site.sent).toBe(2_500_003n)
  expect(capped.budget.spent).toBe(2_500_003n)
  expect(await received()).toBe(2_500_003n)
  expect(await books.debit()).toBe(2_500_003n)

  // Its action leads to the field.
  await popup.tab.clickButton('Raise its cap')
  await popup.tab.waitFor(`document.activeElement.matches('.site-card input')`, {
    what: 'the button to lead to the field',
  })
  await popup.save('Monthly cap', '0.004')
  await popup.until('the rest is paid', ({ site }) => site.sent === 4_000_000n)
  await popup.unpaid('site-cap-reached')
  expect(await received()).toBe(4_000_000n)

  await popup.save('Rate for this site', '0')
  await popup.save('Monthly cap', '')
  await popup.unpaid('rate-zero-here')
  await popup.tab.clickButton('Change its rate')
  await popup.save('Rate for this site', '3.6')
  await popup.until('it is paid again', ({ site }) => site.sent > 4_000_000n)

  await popup.tab.clickButton('Never pay')
  const never = await popup.unpaid('never-pay')
  expect(never.site.never).toBe(true)
  expect(await received()).toBe(never.site.sent)
  await page.reload()
  await popup.until('the reload', ({ page }) => page.reason === 'never-pay' && page.sent === 0n)
  expect(await received()).toBe(never.site.sent)

  await popup.tab.clickButton('Pay this site')
  await popup.until('it is paid once more', ({ site }) => site.sent > never.site.sent)
  const end = await popup.switchOff()
  expect(await received()).toBe(end.site.sent)
  expect(end.sites).toEqual([{ origin: end.sites[0]?.origin, sent: end.site.sent }])
  await expectBooksToAgree(books, end)
})
