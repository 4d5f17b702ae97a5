import { ChromiumTab } from '../../browsers/chromium/chromium-tab.ts'
import type { BrowserDriver, Tab } from '../../browsers/driver.ts'

/**
 * Opens a page and gives the milliseconds from the beginning of its navigation to the frame in which this first holds.
 * Null where a page cannot be watched from its beginning: in Firefox.
 */
export const whenShown = async (
  driver: BrowserDriver,
  url: string,
  holds: string,
): Promise<{ readonly tab: Tab; readonly ms: number | null }> => {
  const tab = await driver.openTab('about:blank')
  if (!(tab instanceof ChromiumTab)) {
    await tab.goto(url)
    await tab.waitFor(holds, { what: holds })
    return { tab, ms: null }
  }
  await tab.page.addInitScript(`{
    const painted = new MessageChannel()
    painted.port1.onmessage = () => globalThis.shownAfter = performance.now()
    const look = () => requestAnimationFrame(() => {
      if (${holds}) painted.port2.postMessage(0)
      else look()
    })
    look()
  }`)
  await tab.goto(url)
  await tab.waitFor('globalThis.shownAfter', { what: holds })
  return { tab, ms: await tab.evaluate<number>('shownAfter') }
}
