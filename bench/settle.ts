import type { Tab } from '../browsers/driver.ts'

/** After `load`: what extensions do a little later belongs to the load too. */
const SETTLE_MS = 1_000

export const settle = (tab: Tab, ms = SETTLE_MS): Promise<unknown> =>
  tab.evaluate(`new Promise((resolve) => setTimeout(resolve, ${ms}, 0))`)
