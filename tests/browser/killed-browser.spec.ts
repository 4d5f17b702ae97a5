import { setTimeout as delay } from 'node:timers/promises'
import { recordFigures } from '../figures/record-figures.ts'
import { createChance } from '../simulate/chance.ts'
import { differenceOf, openBooks } from './kit/books.ts'
import { pageWithLinks, untilHeard } from './kit/heard.ts'
import { BROWSER_KILLS } from './kit/kill-counts.ts'
import { leaveOnly } from './kit/leave-only.ts'
import { TICK } from './kit/paid-over.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { withProfile } from './kit/profile.ts'
import { expect, test } from './kit/test.ts'
import { launchWalletBrowser, type WalletBrowser } from './kit/wallet-browser.ts'
import type { PopupLook } from './kit/popup-look.ts'

const SOMEWHERE_MS = 1_200

test('keeps book and budget over crashes of the browser, one after the other', async ({
  kind,
  localnet,
  account,
  site,
}) => {
  test.setTimeout(150_000 + BROWSER_KILLS * 60_000)
  const chance = createChance(BROWSER_KILLS)
  const books = await openBooks(localnet, account)
  const [pointer] = usdPointers(localnet)
  const url = site.page('/', pageWithLinks({ a: pointer }))
  // Not reached before the last start, however long the others take to be killed.
  let limit = 5_000_000_000n
  let lostBooks = 0

  /** A browser that lost the book to the crash, and the settings with it, says so and takes the one repair. */
  const wake = async (browser: WalletBrowser): Promise<PopupLook> => {
    const popup = await browser.popupFor()
    const awake = await popup.until('a wallet', ({ view }) => view !== 'waking')
    if (awake.view === 'main') return awake
    lostBooks += 1
    if (awake.view === 'stopped') return popup.beginNewBook()
    await popup.connect(account)
    await popup.beginNewBook()
    await popup.save('Hourly rate', '3.6')
    await popup.tab.setSwitch('Payments', true)
    return popup.until('payments', ({ payments }) => payments)
  }
  const expectNothingLost = async ({ budget }: PopupLook): Promise<void> => {
    const debit = await books.debit()
    const counted = budget.spent + budget.reserved + budget.inDoubt
    expect(debit, 'no unit beyond what is counted').toBeLessThanOrEqual(counted)
    expect(budget.limit, 'the limit as it was set').toBe(limit)
    expect(counted, 'the limit').toBeLessThanOrEqual(limit)
  }

  await withProfile(async (profileDir) => {
    const launch = () => launchWalletBrowser(kind, { profileDir })
    for (let killed = 0; killed < BROWSER_KILLS; killed++) {
      const browser = await launch()
      try {
        if (killed > 0) await expectNothingLost(await wake(browser))
        else await (await browser.popupFor()).setUp(account, { budget: '5', rate: '3.6' })
        await untilHeard(await browser.open(url), 'monetization', 'a')
        await delay(chance.between(0, SOMEWHERE_MS))
      } finally {
        await browser.driver.kill()
      }
    }
    const browser = await launch()
    try {
      await expectNothingLost(await wake(browser))
      const popup = await browser.popupFor()
      limit = await leaveOnly(popup, 2n * TICK + TICK / 2n + 1n)
      await browser.open(url)
      const end = await popup.until(
        'the rest to be spent',
        ({ view, budget }) => view === 'main' && budget.left === 0n && budget.reserved === 0n,
        60_000,
      )
      await expectNothingLost(end)
      const debit = await books.debit()
      recordFigures(`Browser killed: ${kind}`, {
        kills: BROWSER_KILLS,
        packets: (await books.received(pointer)).packets,
        'books lost by the browser, and noticed': lostBooks,
        'units in doubt': end.budget.inDoubt,
        'units of difference': differenceOf(debit, end),
      })
      // A repaired book counts as spent what was only on its way.
      if (lostBooks === 0) expect(debit).toBeGreaterThanOrEqual(end.budget.spent)
    } finally {
      await browser.driver.close()
    }
  })
})
