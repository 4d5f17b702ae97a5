import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserDriver } from '../../browsers/driver.ts'
import type { Sample } from '../measures.ts'
import { cpuTimeOf } from './cpu-time.ts'
import { firstEventAt, inNewTab } from './paid-page.ts'
import type { Passed } from './wires.ts'

/** What opening the page has set off is over. */
const OPENED_MS = 5_000

/** A page that is paid for so long: what it hears, and what that takes, for each minute. */
export const measurePaying = async (
  driver: BrowserDriver,
  url: string,
  seconds: number,
  passed: Passed,
): Promise<Sample> =>
  await inNewTab(driver, async (tab) => {
    await firstEventAt(tab, url)
    await delay(OPENED_MS)
    const from = Date.now()
    const before = cpuTimeOf(driver)
    await delay(seconds * 1_000)
    const after = cpuTimeOf(driver)
    const to = Date.now()
    const paidAt = await tab.evaluate<readonly number[]>('paidAt')
    const count = (times: readonly number[]): number =>
      times.filter((at) => at >= from && at < to).length
    const perMinute = (amount: number): number => (amount * 60_000) / (to - from)
    const events = count(paidAt)
    return {
      events: perMinute(events),
      'packets with money, each event': count(passed.payments) / events,
      'packets without, each event': count(passed.others) / events,
      ...(before &&
        after && {
          'processor time, extension, ms': perMinute(after.extension - before.extension),
          'processor time, whole browser, ms': perMinute(after.browser - before.browser),
        }),
    }
  })
