import { setTimeout as delay } from 'node:timers/promises'
import { recordFigures } from '../figures/record-figures.ts'
import { createChance } from '../simulate/chance.ts'
import { differenceOf, expectBooksToAgree, openBooks } from './kit/books.ts'
import { heardBy, untilHeard } from './kit/heard.ts'
import { holdPayment } from './kit/hold-payment.ts'
import { BACKGROUND_KILLS } from './kit/kill-counts.ts'
import { leaveOnly } from './kit/leave-only.ts'
import { openPaidOver, TICK } from './kit/paid-over.ts'
import { expect, test } from './kit/test.ts'
import { openWire } from './kit/wire.ts'

/** So often it is killed while an answer is under way, which then nobody can take any more. */
const HELD = 10
/** A tick and a bit: each kill falls somewhere else in the rhythm of payments. */
const SOMEWHERE_MS = 1_200

test('goes on by itself each time its background is killed, and the books agree', async ({
  kind,
  launch,
  localnet,
  account,
  site,
}) => {
  const kills = BACKGROUND_KILLS[kind]
  test.setTimeout(150_000 + kills * 15_000)
  const chance = createChance(kills)
  const books = await openBooks(localnet, account)
  const wire = await openWire(account.url)
  try {
    // No popup is open while it is killed: only the page can revive it.
    const over = { ...account, url: wire.url }
    const opened = await openPaidOver({ launch, localnet, site, account: over })
    const { browser, page, pointer } = opened

    const payments = async () =>
      (await heardBy(page)).filter(({ type }) => type === 'monetization').length
    const kill = async () => {
      const heard = await payments()
      // First: the next one may have connected before this one is seen to be gone.
      wire.letThrough()
      await browser.driver.killBackground()
      await untilHeard(page, 'monetization', 'a', heard + 1)
    }
    for (let killed = 1; killed <= kills; killed++) {
      if (killed % HELD === 0) {
        // The payment that was heard last may be one of the background before: this one has yet to find its receiver, and
        // without answers it never would.
        await untilHeard(page, 'monetization', 'a', (await payments()) + 1)
        await holdPayment(wire, books)
      } else await delay(chance.between(0, SOMEWHERE_MS))
      await kill()
    }

    const heard = await heardBy(page)
    // The page heard each answer of its address once, however often it was asked for.
    expect(heard.filter(({ type }) => type === 'load')).toHaveLength(1)
    expect(heard.filter(({ type }) => type === 'error')).toHaveLength(0)

    // What is left now is less than the next kills would let through if a start gave any of it back.
    const popup = await browser.popupFor(page)
    await popup.switchOff()
    const limit = await leaveOnly(popup, 5n * TICK + 1n)
    await popup.tab.setSwitch('Payments', true)
    for (let last = 1; last <= 3; last++) {
      await delay(chance.between(0, SOMEWHERE_MS))
      await browser.driver.killBackground()
      await popup.tab.reload()
      await popup.until('the wallet', ({ view }) => view === 'main')
    }
    const end = await popup.until(
      'the rest to be spent',
      ({ view, budget }) => view === 'main' && budget.left === 0n && budget.reserved === 0n,
    )
    recordFigures(`Background killed in ${kind}`, {
      kills: kills + 3,
      packets: (await books.received(pointer)).packets,
      'units in doubt': end.budget.inDoubt,
      'units of difference': differenceOf(await books.debit(), end),
    })
    expect(end.budget).toMatchObject({ limit })
    expect(end.budget.inDoubt).toBeGreaterThan(0n)
    await expectBooksToAgree(books, end)
  } finally {
    await wire.close()
  }
})
