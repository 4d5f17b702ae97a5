import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserDriver } from '../../browsers/driver.ts'
import type { Sample } from '../measures.ts'
import { firstEventAt, inNewTab, type FirstEvent } from './paid-page.ts'
import type { Passed } from './wires.ts'

/** No payment of another page is so near that this one would wait for its share of the rate. */
const PAUSE_MS = 2_000

const untilPaid = ({ found, paid }: FirstEvent): number => paid - found

const timesOf = (first: FirstEvent): Sample => ({
  'first event': untilPaid(first),
  ...(first.known !== null && { 'of these until SPSP has answered': first.known - first.found }),
})

/** How much passed until the first event. */
const countsOf = ({ found, paid }: FirstEvent, passed: Passed): Sample => {
  const count = (times: readonly number[]): number =>
    times.filter((at) => at >= found && at <= paid).length
  return {
    'SPSP queries': count(passed.queries),
    'packets with money': count(passed.payments),
    'packets without': count(passed.others),
  }
}

export interface Pages {
  readonly one: string
  readonly two: string
}

/** Its background was stopped as a browser stops it, and its socket with it. */
export const measureStopped = async (driver: BrowserDriver, { one }: Pages): Promise<Sample> => {
  if (await driver.backgroundRunning()) await driver.killBackground()
  return await inNewTab(driver, async (tab) => timesOf(await firstEventAt(tab, one)))
}

/** The background runs and its socket is yet to be made: it was woken by its popup. */
export const measureUnconnected = async (
  driver: BrowserDriver,
  { one }: Pages,
): Promise<Sample> => {
  await driver.killBackground()
  const popup = await driver.openTab(`${driver.extensionOrigin}/popup.html`)
  await popup.waitFor(`document.querySelector('main[aria-busy=false]')`, { what: 'the popup' })
  await popup.close()
  return await inNewTab(driver, async (tab) => timesOf(await firstEventAt(tab, one)))
}

/** The socket is open, as a page was paid a while ago; and then the same tab goes on to another page at once. */
export const measureConnected = async (
  driver: BrowserDriver,
  { one, two }: Pages,
  passed: Passed,
): Promise<{ readonly first: Sample; readonly next: Sample; readonly counts: Sample }> => {
  await delay(PAUSE_MS)
  return await inNewTab(driver, async (tab) => {
    const first = await firstEventAt(tab, one)
    const next = await firstEventAt(tab, two)
    return {
      first: timesOf(first),
      next: { 'first event': untilPaid(next) },
      counts: countsOf(first, passed),
    }
  })
}
