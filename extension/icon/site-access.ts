import browser from '../native-browser.ts'
import type { Glance } from '../../src/wallet/glance.ts'
import { neededAccess } from './needed-access.ts'

/** Adds to what the wallet knows that the browser may not let it see pages. `changed` is called when that is different. */
export const watchSiteAccess = (changed: () => void): ((glance: Glance) => Promise<Glance>) => {
  const needed = neededAccess(browser.runtime.getManifest())
  let granted = browser.permissions.contains(needed)
  const look = (): void => {
    granted = browser.permissions.contains(needed)
    changed()
  }
  browser.permissions.onAdded.addListener(look)
  browser.permissions.onRemoved.addListener(look)
  return async (glance) => ((await granted) ? glance : { ...glance, reason: 'no-site-access' })
}
