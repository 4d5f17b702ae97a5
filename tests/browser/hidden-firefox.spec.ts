import { openBooks } from './kit/books.ts'
import { heardBy, pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

test('pays no tab behind another one, and goes on when it is shown', async ({
  kind,
  wallet,
  localnet,
  account,
  site,
}) => {
  test.skip(kind !== 'firefox', 'Under Playwright every tab of Chromium reports itself visible')
  const books = await openBooks(localnet, account)
  const [one, two] = usdPointers(localnet)
  const first = await wallet.open(site.page('/one', pageWithLinks({ a: one })))
  const popup = await wallet.popupFor(first)
  await first.bringToFront()
  await untilHeard(first, 'monetization', 'a')

  const second = await wallet.open(site.page('/two', pageWithLinks({ b: two })))
  await first.waitFor(`document.visibilityState === 'hidden'`, { what: 'the first to be hidden' })
  await popup.unpaid('hidden')
  // What was granted before that may still go out.
  await untilHeard(second, 'monetization', 'b', 2)
  const { packets } = await books.received(one)
  const heard = (await heardBy(first)).filter(({ type }) => type === 'monetization').length
  await untilHeard(second, 'monetization', 'b', 5)
  expect((await books.received(one)).packets).toBe(packets)

  await first.bringToFront()
  await first.waitFor(`document.visibilityState === 'visible'`, { what: 'the first to be shown' })
  await untilHeard(first, 'monetization', 'a', heard + 1)
  await popup.until('it is paid again', ({ page }) => page.state === 'paying')
})
