import type { BrowserDriver, Tab } from '../browsers/driver.ts'
import { POPUP_SIZE } from '../browsers/popup-size.ts'
import { waitUntil } from '../browsers/wait-until.ts'
import type { Localnet } from '../localnet/localnet.ts'
import { browserGone } from './browser-gone.ts'
import type { DemoPlan } from './demo-plan.ts'
import { changeSince, type Figures } from './figures.ts'
import { liveTable } from './live-table.ts'
import { openSites, type OpenSite } from './open-sites.ts'
import { readFigures } from './read-figures.ts'
import { say } from './say.ts'
import { takeTurns } from './take-turns.ts'
import { disagreements } from './verdict.ts'
import { awaitView } from './wallet/await-view.ts'
import { lookAtPopup } from './wallet/look-at-popup.ts'

export interface Payment {
  readonly driver: BrowserDriver
  readonly localnet: Localnet
  readonly plan: DemoPlan
  readonly stop: AbortSignal
  /** Where the popup's picture goes. */
  readonly screenshot: string
}

export interface PaidRun {
  readonly seconds: number
  readonly figures: Figures
  readonly screenshot: string | undefined
}

/** A packet that gets no answer is given up by the wallet before that. */
const SETTLE_MS = 40_000

const switchOff = async (popup: Tab): Promise<void> => {
  await popup.setSwitch('Payments', false)
  // The switch shows what was asked for; a popup that is opened anew shows what is.
  await popup.reload()
  await awaitView(popup, 'main')
  await popup.waitFor(
    `!document.querySelector('[role=switch]').checked &&
      document.querySelector('.budget-card').dataset.reserved === '0'`,
    { what: 'payments to be off and nothing to be on its way', timeoutMs: SETTLE_MS },
  )
}

/** Opens the sites, has them paid in turn, and compares what wallet, connector and receivers say of it. */
export const paySites = async (payment: Payment): Promise<PaidRun> => {
  const { driver, localnet, plan, stop } = payment
  const sites = await openSites(driver, localnet)
  const popup = await driver.newWindow(sites[0]!.popupUrl)
  await popup.setViewport(POPUP_SIZE.width, POPUP_SIZE.height)
  await sites[0]!.page.bringToFront()
  const before = await readFigures(sites, localnet)
  const read = async (): Promise<Figures> => changeSince(before, await readFigures(sites, localnet))

  const live = liveTable(stop)
  let newest = changeSince(before, before)
  let lastStill = newest
  let budgetSpent = false
  let screenshot: string | undefined

  const begin = async ({ popupUrl }: OpenSite): Promise<void> => {
    await popup.goto(popupUrl)
    await awaitView(popup, 'main')
  }
  const watch = async ({ origin }: OpenSite): Promise<void> => {
    newest = await read()
    if (newest.still) lastStill = newest
    budgetSpent ||= newest.budgetSpent
    live.show(lastStill, origin)
  }
  const picture = async (): Promise<void> => {
    const { page } = await lookAtPopup(popup)
    // A turn that was cut short at its beginning has nothing to show.
    if (screenshot !== undefined && page?.reason === 'connecting') return
    await popup.screenshot(payment.screenshot)
    screenshot = payment.screenshot
  }
  const settle = async (): Promise<Figures> => {
    const agreed = async () => {
      newest = await read()
      return newest.still && disagreements(newest).length === 0 ? newest : null
    }
    // Where they never agree, the verdict says in which way.
    return waitUntil(agreed, { what: 'the books to agree' }).catch(() => newest)
  }

  const started = performance.now()
  const seconds = (): number => (performance.now() - started) / 1_000
  const pay = async (): Promise<PaidRun> => {
    await popup.setSwitch('Payments', true)
    await takeTurns({ sites, ...plan, stop, begin, watch, end: picture })
    live.note('Switching payments off, and waiting for what is on its way')
    await switchOff(popup)
    const paidFor = seconds()
    const figures = { ...(await settle()), budgetSpent }
    return { seconds: paidFor, figures, screenshot }
  }
  const watching = new AbortController()
  try {
    const run = await Promise.race([pay(), browserGone(driver, watching.signal)])
    live.end(run?.figures ?? lastStill)
    if (run) return run
    say('The browser was closed; these are the last figures while nothing was on its way.')
    return { seconds: seconds(), figures: { ...lastStill, budgetSpent }, screenshot }
  } finally {
    watching.abort()
  }
}
