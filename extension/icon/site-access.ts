import browser from 'webextension-polyfill'
import type { Glance } from '../../src/wallet/glance.ts'
import { NEEDED_ACCESS } from './needed-access.ts'

/** Adds to what the wallet knows that the browser may not let it see pages. `changed` is called when that is different. */
export const watchSiteAccess = (changed: () => void): ((glance: Glance) => Promise<Glance>) => {
  let granted = browser.permissions.contains(NEEDED_ACCESS)
  const look = (): void => {
    granted = browser.permissions.contains(NEEDED_ACCESS)
    changed()
  }
  browser.permissions.onAdded.addListener(look)
  browser.permissions.onRemoved.addListener(look)
  return async (glance) => ((await granted) ? glance : { ...glance, reason: 'no-site-access' })
}
