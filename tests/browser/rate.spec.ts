import type { Tab } from '../../browsers/driver.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import { openBooks, type Books } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import type { WalletPopup } from './kit/wallet-popup.ts'

/** From the wallet's decision to the connector's book, at most; on a busy machine. */
const ON_THE_WAY_MS = 300n
const HOUR_MS = 3_600_000n

/** Measures a window that begins at the last moment the connector had seen nothing of it. */
const measure = async (books: Books, popup: WalletPopup, act: () => Promise<void>) => {
  const rate = await popup.ratePerHour(9)
  let begun = Date.now()
  let over = false
  const watching = waitUntil(
    async () => {
      const asked = Date.now()
      if (over || (await books.debit()) > 0n) return true
      begun = asked
      return null
    },
    { what: 'the first payment', timeoutMs: 60_000 },
  )
  await act().finally(() => (over = true))
  await watching
  const paid = await books.debit()
  const passed = BigInt(Date.now() - begun) + ON_THE_WAY_MS
  const tick = (rate * 1_000n) / HOUR_MS
  return { paid, tick, most: (rate * passed) / HOUR_MS + tick }
}

test('shares one rate among the links of a page and among two windows', async ({
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
    const first = await wallet.open(site.page('/a', pageWithLinks({ a: one, b: two })))
    const second = await wallet.openBeside(site.page('/c', pageWithLinks({ c: one, d: two })))
    for (const [tab, id] of [
      [first, 'a'],
      [first, 'b'],
      [second, 'c'],
      [second, 'd'],
    ] as const)
      await untilHeard(tab, 'monetization', id, 5)
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
  })
  expect(paid).toBeGreaterThanOrEqual(3n * tick)
  expect(paid).toBeLessThanOrEqual(most)
})
