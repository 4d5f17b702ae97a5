import type { Tab } from '../../browsers/driver.ts'
import { openBooks, type Books } from './kit/books.ts'
import { heardBy, pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import type { WalletPopup } from './kit/wallet-popup.ts'

const HOUR_MS = 3_600_000n

/** Measures a window that begins before the wallet can decide anything, however late it and the connector are. */
const measure = async (books: Books, popup: WalletPopup, act: () => Promise<void>) => {
  const rate = await popup.ratePerHour(9)
  const begun = Date.now()
  await act()
  const paid = await books.debit()
  const passed = BigInt(Date.now() - begun)
  const tick = (rate * 1_000n) / HOUR_MS
  return { paid, tick, most: (rate * passed) / HOUR_MS + tick }
}

test('shares one rate between two windows, and one part of it among five links', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  const [one, two] = usdPointers(localnet)
  const popup = await wallet.popupFor()
  await popup.until('the wallet', ({ view }) => view === 'main')
  const books = await openBooks(localnet, account)
  const { paid, tick, most } = await measure(books, popup, async () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const links = Object.fromEntries(ids.map((id) => [id, one]))
    const five = await wallet.open(site.page('/five', pageWithLinks(links)))
    const alone = await wallet.openBeside(site.page('/alone', pageWithLinks({ f: two })))
    await untilHeard(alone, 'monetization', 'f')
    for (const id of ids) await untilHeard(five, 'monetization', id)
    const received = () => Promise.all([one, two].map((url) => books.received(url)))
    const [fiveBefore, aloneBefore] = await received()
    // From now on: it may have been paid for long when the last of the others is.
    const heard = (await heardBy(alone)).filter(({ type }) => type === 'monetization').length
    await untilHeard(alone, 'monetization', 'f', heard + 6)
    const [fiveNow, aloneNow] = await received()
    // Five times as much if links were paid alike; a beat may end between two of them, and who is slow to
    // answer on a busy machine misses one.
    const ratio =
      Number(fiveNow!.received - fiveBefore!.received) /
      Number(aloneNow!.received - aloneBefore!.received)
    expect(ratio).toBeGreaterThan(1 / 3)
    expect(ratio).toBeLessThan(3)
  })
  expect(paid).toBeGreaterThan(4n * tick)
  expect(paid).toBeLessThanOrEqual(most)
})

test('gives nothing extra to a page that reloads', async ({ wallet, localnet, account, site }) => {
  const [one] = usdPointers(localnet)
  const popup = await wallet.popupFor()
  await popup.until('the wallet', ({ view }) => view === 'main')
  const books = await openBooks(localnet, account)
  const { paid, tick, most } = await measure(books, popup, async () => {
    const page: Tab = await wallet.open(site.page('/', pageWithLinks({ a: one })))
    for (let loads = 1; loads <= 5; loads++) {
      await untilHeard(page, 'monetization', 'a')
      await page.reload()
    }
    // And ten times in a row, waiting for nothing.
    for (let loads = 1; loads <= 10; loads++) await page.reload()
    await untilHeard(page, 'monetization', 'a')
  })
  // The first tick, and then what the time that all of this takes is worth.
  expect(paid).toBeGreaterThan(tick)
  expect(paid).toBeLessThanOrEqual(most)
})
