import type { Tab } from '../../../browsers/driver.ts'
import type { BtpAccount } from '../../../localnet/announcement.ts'
import type { Localnet } from '../../../localnet/localnet.ts'
import { pageWithLinks, untilHeard } from './heard.ts'
import { usdPointers } from './paid-pages.ts'
import type { TestSite } from './test-site.ts'
import type { WalletBrowser } from './wallet-browser.ts'

/** Units a second, at the 3.6 USD an hour that are set here. */
export const TICK = 1_000_000n

interface PaidOver {
  readonly launch: () => Promise<WalletBrowser>
  readonly localnet: Localnet
  readonly site: TestSite
  /** Its address may be a wire's. */
  readonly account: BtpAccount
}

/** A browser whose wallet pays one page over this account, with no popup open: its link has the id `a`. */
export const openPaidOver = async ({
  launch,
  localnet,
  site,
  account,
}: PaidOver): Promise<{ browser: WalletBrowser; page: Tab; pointer: string }> => {
  const browser = await launch()
  const setup = await browser.popupFor()
  await setup.setUp(account, { budget: '5', rate: '3.6' })
  await setup.tab.close()
  const [pointer] = usdPointers(localnet)
  const page = await browser.open(site.page('/', pageWithLinks({ a: pointer })))
  await untilHeard(page, 'monetization', 'a')
  return { browser, page, pointer }
}
