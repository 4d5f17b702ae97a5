import type { BrowserKind } from '../browsers/browser-kind.ts'
import type { BrowserDriver } from '../browsers/driver.ts'
import { launchBrowser } from '../browsers/launch-browser.ts'

/**
 * A browser for each unpacked extension, put into `drivers` as it comes up, so that all are closed where a later one fails.
 * Gives the one with Tributary.
 */
export const launchAll = async (
  kind: BrowserKind,
  extensions: ReadonlyMap<string, string>,
  drivers: Map<string, BrowserDriver>,
): Promise<BrowserDriver> => {
  for (const [name, extensionDir] of extensions)
    drivers.set(name, await launchBrowser({ kind, extensionDir, hostMap: [] }))
  const ours = drivers.get('tributary')
  if (!ours) throw new Error('Tributary is not among the extensions')
  return ours
}
