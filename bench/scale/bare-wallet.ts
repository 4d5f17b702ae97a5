import type { BareChromium } from '../../browsers/chromium/bare-chromium.ts'
import { launchBareChromium } from '../../browsers/chromium/launch-bare-chromium.ts'
import type { BrowserDriver } from '../../browsers/driver.ts'
import { launchBrowser } from '../../browsers/launch-browser.ts'
import { withProfile } from '../../tests/browser/kit/profile.ts'

/** First driven, to be prepared as people would; then the same profile in a browser that nothing is attached to. */
export const withPrepared = (
  extensionDir: string,
  prepare: (driver: BrowserDriver) => Promise<void>,
  use: (bare: BareChromium) => Promise<void>,
): Promise<void> =>
  withProfile(async (profileDir) => {
    const options = { extensionDir, profileDir, hostMap: [] }
    const driver = await launchBrowser({ kind: 'chrome', ...options })
    try {
      await prepare(driver)
    } finally {
      await driver.close()
    }
    const bare = await launchBareChromium({ ...options, url: 'about:blank' })
    try {
      await use(bare)
    } finally {
      await bare.stop()
    }
  })
