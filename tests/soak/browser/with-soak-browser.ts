import type { BrowserKind } from '../../../browsers/browser-kind.ts'
import type { FirefoxDriver } from '../../../browsers/firefox/firefox-driver.ts'
import type { BtpAccount } from '../../../localnet/announcement.ts'
import { withBareWallet } from '../../browser/kit/bare-wallet.ts'
import { launchWalletBrowser } from '../../browser/kit/wallet-browser.ts'
import { WISHES, type SoakBrowser } from './soak-browser.ts'
import { SoakChromium } from './soak-chromium.ts'
import { SoakFirefox } from './soak-firefox.ts'

/** A browser whose wallet has this account; ended afterwards, whatever happens. */
export const withSoakBrowser = async (
  kind: BrowserKind,
  account: BtpAccount,
  use: (browser: SoakBrowser) => Promise<void>,
): Promise<void> => {
  if (kind === 'chrome') {
    const bare = withBareWallet(
      account,
      'about:blank',
      async (bare) => use(await SoakChromium.of(bare)),
      WISHES,
    )
    return await bare
  }
  const wallet = await launchWalletBrowser('firefox')
  try {
    await (await wallet.popupFor()).setUp(account, WISHES)
    await wallet.closeTabs()
    await use(new SoakFirefox(wallet.driver as FirefoxDriver))
  } finally {
    await wallet.driver.close()
  }
}
