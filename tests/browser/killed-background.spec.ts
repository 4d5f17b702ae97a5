import { waitUntil } from '../../browsers/wait-until.ts'
import { expectBooksToAgree, openBooks } from './kit/books.ts'
import { heardBy, pageWithLinks, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { openWire } from './kit/wire.ts'

/** Ending the event page of Firefox takes longer. */
const KILLS = { chrome: 5, firefox: 3 }

test('goes on by itself each time its background is killed, and the books agree', async ({
  kind,
  launch,
  localnet,
  account,
  site,
}) => {
  test.setTimeout(120_000)
  const books = await openBooks(localnet, account)
  const wire = await openWire(account.url)
  try {
    const browser = await launch()
    const setup = await browser.popupFor()
    await setup.setUp({ ...account, url: wire.url }, { budget: '5', rate: '3.6' })
    // No popup is open while it is killed: only the page can revive it.
    await setup.tab.close()
    const page = await browser.open(site.page('/', pageWithLinks({ a: usdPointers(localnet)[0] })))
    await untilHeard(page, 'monetization', 'a')

    for (let kill = 1; kill <= KILLS[kind]; kill++) {
      // The last time while an answer is under way that then nobody can take any more.
      if (kill === KILLS[kind]) {
        const before = await books.debit()
        await wire.holdReplies()
        const paid = async () => ((await books.debit()) > before ? true : null)
        await waitUntil(paid, { what: 'a payment whose answer is held' })
      }
      const heard = (await heardBy(page)).filter(({ type }) => type === 'monetization').length
      await browser.driver.killBackground()
      wire.letThrough()
      await untilHeard(page, 'monetization', 'a', heard + 1)
    }

    const heard = await heardBy(page)
    // The page heard each answer of its address once, however often it was asked for.
    expect(heard.filter(({ type }) => type === 'load')).toHaveLength(1)
    expect(heard.filter(({ type }) => type === 'error')).toHaveLength(0)
    const end = await (await browser.popupFor(page)).closePage(page)
    expect(end.budget.inDoubt).toBeGreaterThan(0n)
    await expectBooksToAgree(books, end)
  } finally {
    await wire.close()
  }
})
