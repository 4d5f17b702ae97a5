import type { BrowserDriver, Tab } from '../../browsers/driver.ts'
import { mainThreadOf, watchMainThread } from '../main-thread.ts'
import type { Sample } from '../measures.ts'
import { settle } from '../settle.ts'
import { whenShown } from './when-shown.ts'

const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`

/** The wallet has answered, and what it said is painted. */
const ANSWERED = `document.querySelector('main[aria-busy=false] .budget-card')`

const firstPaint = async (tab: Tab): Promise<number> => {
  await tab.waitFor(FIRST_PAINT, { what: 'the first contentful paint' })
  return await tab.evaluate<number>(FIRST_PAINT)
}

/** The popup as a tab: opened once, without anything of ours in the page. */
const visit = async (driver: BrowserDriver): Promise<Sample> => {
  const tab = await driver.openTab('about:blank')
  try {
    const cdp = await watchMainThread(tab)
    await tab.goto(`${driver.extensionOrigin}/popup.html`)
    await settle(tab)
    const painted = await firstPaint(tab)
    if (!cdp) return { 'first contentful paint, wall': painted }
    const { script, task } = await mainThreadOf(cdp)
    await cdp.send('HeapProfiler.collectGarbage')
    const { heap } = await mainThreadOf(cdp)
    return { 'first contentful paint, wall': painted, script, task, 'heap, KiB': heap }
  } finally {
    await tab.close()
  }
}

/** As whoever opens it twice in a row finds it: the background runs. */
export const measureAwake = (driver: BrowserDriver): Promise<Sample> => visit(driver)

/** Its background was stopped as a browser stops it, so that the popup wakes it. */
export const measureAsleep = async (driver: BrowserDriver): Promise<Sample> => {
  if (await driver.backgroundRunning()) await driver.killBackground()
  return await visit(driver)
}

/** Until what the wallet answered is painted; nothing for extensions that are not ours, and where it is not told. */
export const measureAnswer = async (driver: BrowserDriver): Promise<Sample> => {
  const url = `${driver.extensionOrigin}/popup.html`
  const { tab, ms } = await whenShown(driver, url, ANSWERED)
  await tab.close()
  return ms === null ? {} : { 'the wallet’s answer painted, wall': ms }
}
