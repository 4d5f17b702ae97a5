import type { BareChromium } from '../../../browsers/chromium/bare-chromium.ts'
import { launchBareChromium } from '../../../browsers/chromium/launch-bare-chromium.ts'
import type { BtpAccount } from '../../../localnet/announcement.ts'
import { withProfile } from './profile.ts'
import { builtExtension, launchWalletBrowser } from './wallet-browser.ts'

/** A wallet in a Chromium that nothing is attached to, showing this page; ended afterwards. */
export const withBareWallet = (
  account: BtpAccount,
  url: string,
  use: (bare: BareChromium) => Promise<void>,
  wishes = { budget: '5', rate: '3.6' },
): Promise<void> =>
  withProfile(async (profileDir) => {
    // Set up as people do; then the same profile in a browser that nobody steers.
    const driven = await launchWalletBrowser('chrome', { profileDir })
    try {
      await (await driven.popupFor()).setUp(account, wishes)
    } finally {
      await driven.driver.close()
    }
    const extensionDir = builtExtension('chrome')
    const bare = await launchBareChromium({ extensionDir, profileDir, hostMap: [], url })
    try {
      await use(bare)
    } finally {
      await bare.stop()
    }
  })
