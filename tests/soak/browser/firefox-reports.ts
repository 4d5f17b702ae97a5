import type { FirefoxDriver } from '../../../browsers/firefox/firefox-driver.ts'

/** What `about:memory` tells of the windows with this address, frames in them included. */
export interface WindowReports {
  readonly bytes: number
  readonly listeners: number
}

/** After all processes were asked for their garbage, as the button of `about:memory` does. */
export const readReports = (driver: FirefoxDriver, url: string): Promise<WindowReports> =>
  driver.evaluateInBrowser<WindowReports>(`new Promise((resolve) => {
    const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager)
    // A path is parted by slashes, so those of addresses are written the other way.
    const top = ${JSON.stringify(`top(${url.replaceAll('/', '\\')}`)}
    const sums = { bytes: 0, listeners: 0 }
    const take = (_process, path, _kind, units, amount) => {
      if (!path.includes(top)) return
      if (units === Ci.nsIMemoryReporter.UNITS_BYTES && path.startsWith('explicit/')) sums.bytes += amount
      if (path.endsWith('/dom/event-listeners')) sums.listeners += amount
    }
    const minimize = (then) => {
      Services.obs.notifyObservers(null, 'child-mmu-request')
      manager.minimizeMemoryUsage(then)
    }
    // The other processes do not say when they have done so: after the second time they have, the first time.
    minimize(() => minimize(() => manager.getReports(take, null, () => resolve(sums), null, false)))
  })`)
