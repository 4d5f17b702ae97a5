import { waitUntil } from '../../browsers/wait-until.ts'
import { openHttpWire } from '../connector/http-wire.ts'
import { openBooks } from './kit/books.ts'
import { openBreakingWire } from './kit/breaking-wire.ts'
import { untilHeard } from './kit/heard.ts'
import { openPaidOver, TICK } from './kit/paid-over.ts'
import { expect, test } from './kit/test.ts'

const BREAKS = 3

test('no packet is sent twice over HTTP when its connection breaks, and the books agree', async ({
  launch,
  localnet,
  httpAccount: account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const wire = await openBreakingWire(account.url)
  try {
    const over = { ...account, url: wire.url }
    const opened = await openPaidOver({ launch, localnet, site, account: over })
    const { browser, page, pointer } = opened
    // From the second payment on only payments are on their way.
    await untilHeard(page, 'monetization', 'a', 2)
    const popup = await browser.popupFor(page)
    for (let time = 1; time <= BREAKS; time++) {
      const before = await popup.look()
      wire.breakNext()
      await waitUntil(() => Promise.resolve(wire.broken === time ? true : null), {
        what: 'the connection to break',
      })
      await popup.until('it to go on', ({ budget }) => budget.spent > before.budget.spent + TICK)
    }

    const { budget } = await popup.switchOff()
    expect(budget.inDoubt).toBeGreaterThan(0n)
    expect(await books.debit()).toBe(budget.spent + budget.inDoubt)
    expect((await books.received(pointer)).received).toBe(budget.spent + budget.inDoubt)
    await popup.openSettings()
    expect(await popup.tab.evaluate(`document.querySelector('[data-may-repeat]')`)).toBeNull()
  } finally {
    await wire.close()
  }
})

test('of a connector that keeps its connections open the wallet says what browsers do then', async ({
  launch,
  localnet,
  httpAccount: account,
  site,
}) => {
  const wire = await openHttpWire(account.url)
  try {
    const over = { ...account, url: wire.url }
    const { browser, page } = await openPaidOver({ launch, localnet, site, account: over })
    const popup = await browser.popupFor(page)
    await popup.until('the page to be paid', ({ view, page }) => view === 'main' && page.sent > 0n)
    await popup.openSettings()
    expect(await popup.tab.text('[data-may-repeat]')).toContain('may send a payment twice')
  } finally {
    await wire.close()
  }
})
