import { waitUntil } from '../../browsers/wait-until.ts'
import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

test('sends nothing after a page was closed or payments were switched off', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const before = await (await wallet.popupFor()).until('the wallet', ({ view }) => view === 'main')
  const [one, two] = usdPointers(localnet)
  const first = await wallet.open(site.page('/one', pageWithLinks({ a: one })))
  const popup = await wallet.popupFor(first)
  await untilHeard(first, 'monetization', 'a', 2)
  await popup.closePage(first)
  const atClosing = (await books.received(one)).received

  // Time passes, as another page shows by being paid in it.
  const second = await wallet.open(site.page('/two', pageWithLinks({ b: two })))
  await untilHeard(second, 'monetization', 'b', 2)
  expect((await books.received(one)).received).toBe(atClosing)

  const late = await wallet.popupFor(second)
  const off = await late.switchOff()
  await expectBooksToAgree(books, off, before.budget.spent)

  const { received } = await books.received(two)
  await late.unpaid('switched-off')
  await late.tab.clickButton('Switch on')
  const goesOn = async () => ((await books.received(two)).received > received ? true : null)
  await waitUntil(goesOn, { what: 'payments to go on' })
})
