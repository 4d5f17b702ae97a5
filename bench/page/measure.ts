import type { CDPSession } from 'playwright-core'
import type { BrowserDriver, Tab } from '../../browsers/driver.ts'
import { mainThreadOf, watchMainThread, type MainThread } from '../main-thread.ts'
import type { Sample } from '../measures.ts'
import { settle } from '../settle.ts'

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

const open = async (driver: BrowserDriver): Promise<{ tab: Tab; cdp: CDPSession | null }> => {
  const tab = await driver.openTab('about:blank')
  return { tab, cdp: await watchMainThread(tab) }
}

const WALL_LOAD = `performance.getEntriesByType('navigation')[0].loadEventEnd`

/** A first and a later load of a page in a new tab, and its nodes in and out. */
export const visit = async (driver: BrowserDriver, url: string): Promise<Sample> => {
  const { tab, cdp } = await open(driver)
  try {
    if (!cdp) {
      await tab.goto(url)
      await settle(tab)
      const first = await tab.evaluate<number>(WALL_LOAD)
      await tab.reload()
      await settle(tab)
      const later = await tab.evaluate<number>(WALL_LOAD)
      const churn = await tab.evaluate<number>(CHURN)
      return { 'first load, wall': first, 'later load, wall': later, 'churn, wall': churn }
    }
    const metricsAfter = async (load: Promise<void>): Promise<MainThread> => {
      await load
      await settle(tab)
      return await mainThreadOf(cdp)
    }
    // With each document all counts begin at nothing.
    const first = await metricsAfter(tab.goto(url))
    const later = await metricsAfter(tab.reload())
    await cdp.send('HeapProfiler.collectGarbage')
    const before = await mainThreadOf(cdp)
    await tab.evaluate(CHURN)
    const after = await mainThreadOf(cdp)
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
    const { script, task } = await mainThreadOf(cdp)
    return { script, task }
  } finally {
    await tab.close()
  }
}
