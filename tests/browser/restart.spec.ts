import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { holdPayment } from './kit/hold-payment.ts'
import { leaveOnly } from './kit/leave-only.ts'
import { TICK } from './kit/paid-over.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { withProfile } from './kit/profile.ts'
import { expect, test } from './kit/test.ts'
import { launchWalletBrowser } from './kit/wallet-browser.ts'
import { openWire } from './kit/wire.ts'

test('keeps settings and book over a quit, and the limit over a crash in mid-payment', async ({
  kind,
  localnet,
  account,
  site,
}) => {
  test.setTimeout(240_000)
  const books = await openBooks(localnet, account)
  const url = site.page('/', pageWithLinks({ a: usdPointers(localnet)[0] }))
  const wire = await openWire(account.url)
  try {
    await withProfile(async (profileDir) => {
      const first = await launchWalletBrowser(kind, { profileDir })
      const kept = await (async () => {
        const popup = await first.popupFor()
        await popup.setUp({ ...account, url: wire.url }, { budget: '5', rate: '3.6' })
        const page = await first.open(url)
        const aside = await first.popupFor(page)
        await untilHeard(page, 'monetization', 'a', 2)
        return { look: await aside.closePage(page), rate: await popup.ratePerHour(9) }
      })().finally(() => first.driver.close())
      expect(kept.look.budget.spent).toBeGreaterThan(0n)

      const second = await launchWalletBrowser(kind, { profileDir })
      try {
        const popup = await second.popupFor()
        const again = await popup.until('the wallet', ({ view }) => view === 'main')
        expect(again).toEqual(kept.look)
        expect(await popup.ratePerHour(9)).toBe(kept.rate)
        await untilHeard(await second.open(url), 'monetization', 'a')
        await holdPayment(wire, books)
        await popup.until('a packet on its way', ({ budget }) => budget.reserved > 0n)
      } finally {
        await second.driver.kill()
      }
      wire.letThrough()
      const debit = await books.debit()

      const third = await launchWalletBrowser(kind, { profileDir })
      try {
        const popup = await third.popupFor()
        const after = await popup.until('the wallet', ({ view }) => view === 'main')
        expect(after.budget.limit).toBe(kept.look.budget.limit)
        expect(after.budget.inDoubt).toBeGreaterThan(0n)
        expect(after.budget.spent + after.budget.inDoubt).toBeGreaterThanOrEqual(debit)
        const limit = await leaveOnly(popup, 2n * TICK + 1n)
        await third.open(url)
        const end = await popup.until(
          'what is left of the budget to be spent',
          ({ budget }) => budget.left === 0n && budget.reserved === 0n,
        )
        expect(end.budget.limit).toBe(limit)
        await expectBooksToAgree(books, end)
        expect(await books.debit()).toBeGreaterThan(debit)
      } finally {
        await third.driver.close()
      }
    })
  } finally {
    await wire.close()
  }
})
