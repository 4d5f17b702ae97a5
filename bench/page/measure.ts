import type { CDPSession } from 'playwright-core'
import { ChromiumTab } from '../../browsers/chromium/chromium-tab.ts'
import type { BrowserDriver, Tab } from '../../browsers/driver.ts'

/** Milliseconds, but for what is named otherwise. */
export type Sample = Readonly<Record<string, number>>

/** After `load`: what extensions do a little later belongs to the load too. */
const SETTLE_MS = 1_000

const settle = (tab: Tab, ms: number): Promise<unknown> =>
  tab.evaluate(`new Promise((resolve) => setTimeout(resolve, ${ms}, 0))`)

/** 20,000 nodes in and out, one by one, in 20 tasks; gives the milliseconds of a clock on the wall. */
const CHURN = `(async () => {
  const began = performance.now()
  for (let task = 0; task < 20; task++) {
    const nodes = []
    for (let n = 0; n < 1_000; n++) nodes.push(document.body.appendChild(document.createElement('p')))
    for (const node of nodes) node.remove()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return performance.now() - began
})()`

type Metrics = Readonly<Record<'script' | 'task' | 'heap', number>>

/** Of the tab's main thread, all worlds together; time is that of its processor, so that neighbours count little. */
const metricsOf = async (cdp: CDPSession): Promise<Metrics> => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN
  return {
    script: value('ScriptDuration') * 1_000,
    task: value('TaskDuration') * 1_000,
    heap: value('JSHeapUsedSize') / 1_024,
  }
}

const open = async (driver: BrowserDriver): Promise<{ tab: Tab; cdp: CDPSession | null }> => {
  const tab = await driver.openTab('about:blank')
  if (!(tab instanceof ChromiumTab)) return { tab, cdp: null }
  const cdp = await tab.page.context().newCDPSession(tab.page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { tab, cdp }
}

const WALL_LOAD = `performance.getEntriesByType('navigation')[0].loadEventEnd`

/** A first and a later load of a page in a new tab, and its nodes in and out. */
export const visit = async (driver: BrowserDriver, url: string): Promise<Sample> => {
  const { tab, cdp } = await open(driver)
  try {
    if (!cdp) {
      await tab.goto(url)
      await settle(tab, SETTLE_MS)
      const first = await tab.evaluate<number>(WALL_LOAD)
      await tab.reload()
      await settle(tab, SETTLE_MS)
      const later = await tab.evaluate<number>(WALL_LOAD)
      const churn = await tab.evaluate<number>(CHURN)
      return { 'first load, wall': first, 'later load, wall': later, 'churn, wall': churn }
    }
    const metricsAfter = async (load: Promise<void>): Promise<Metrics> => {
      await load
      await settle(tab, SETTLE_MS)
      return await metricsOf(cdp)
    }
    // With each document all counts begin at nothing.
    const first = await metricsAfter(tab.goto(url))
    const later = await metricsAfter(tab.reload())
    await cdp.send('HeapProfiler.collectGarbage')
    const before = await metricsOf(cdp)
    await tab.evaluate(CHURN)
    const after = await metricsOf(cdp)
    return {
      'first load, script': first.script,
      'first load, task': first.task,
      'later load, script': later.script,
      'later load, task': later.task,
      'churn, script': after.script - before.script,
      'churn, task': after.task - before.task,
      'heap, KiB': before.heap,
    }
  } finally {
    await tab.close()
  }
}

/** A hostile page for so long: of the main thread, or, where that is not told, the longest it was away. */
export const endure = async (driver: BrowserDriver, url: string, ms: number): Promise<Sample> => {
  const { tab, cdp } = await open(driver)
  try {
    await tab.goto(url)
    if (!cdp) {
      await tab.evaluate(`void (window.longest = 0, window.last = performance.now(), setInterval(() => {
        longest = Math.max(longest, performance.now() - last)
        last = performance.now()
      }, 4))`)
      await settle(tab, ms)
      return { 'longest pause, wall': await tab.evaluate<number>('longest') }
    }
    await settle(tab, ms)
    const { script, task } = await metricsOf(cdp)
    return { script, task }
  } finally {
    await tab.close()
  }
}
