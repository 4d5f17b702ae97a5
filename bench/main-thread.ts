import type { CDPSession } from 'playwright-core'
import { ChromiumTab } from '../browsers/chromium/chromium-tab.ts'
import type { Tab } from '../browsers/driver.ts'

/** Milliseconds and KiB. */
export interface MainThread {
  readonly script: number
  readonly task: number
  readonly heap: number
}

/** Null where the browser does not tell: in Firefox. */
export const watchMainThread = async (tab: Tab): Promise<CDPSession | null> => {
  if (!(tab instanceof ChromiumTab)) return null
  const cdp = await tab.page.context().newCDPSession(tab.page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return cdp
}

/**
 * Of the tab's main thread since its document began, all worlds together; time is that of its processor, so that
 * neighbours count little.
 */
export const mainThreadOf = async (cdp: CDPSession): Promise<MainThread> => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN
  return {
    script: value('ScriptDuration') * 1_000,
    task: value('TaskDuration') * 1_000,
    heap: value('JSHeapUsedSize') / 1_024,
  }
}
