import { waitUntil } from '../../browsers/wait-until.ts'
import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
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
      // Nine ticks of 1 000 000 units and a rest.
      const first = await launchWalletBrowser(kind, { profileDir })
      const kept = await (async () => {
        const popup = await first.popupFor()
        await popup.setUp({ ...account, url: wire.url }, { budget: '0.009000001', rate: '3.6' })
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
        await wire.holdReplies()
        // The connector has paid what the wallet will never hear of.
        await popup.until('a packet on its way', ({ budget }) => budget.reserved > 0n)
        const { budget } = await popup.look()
        await waitUntil(async () => ((await books.debit()) > budget.spent ? true : null), {
          what: 'the connector to have taken it',
        })
      } finally {
        await second.driver.kill()
      }
      wire.letThrough()
      const debit = await books.debit()

      const third = await launchWalletBrowser(kind, { profileDir })
      try {
        const popup = await third.popupFor()
        const after = await popup.until('the wallet', ({ view }) => view === 'main')
        expect(after.budget.inDoubt).toBeGreaterThan(0n)
        expect(after.budget.spent + after.budget.inDoubt).toBeGreaterThanOrEqual(debit)
        await third.open(url)
        const end = await popup.until(
          'what is left of the budget to be spent',
          ({ budget }) => budget.left === 0n && budget.reserved === 0n,
        )
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
