import { test as base } from '@playwright/test'
import type { BrowserKind } from '../../../browsers/browser-kind.ts'
import type { LaunchOptions } from '../../../browsers/launch-options.ts'
import { makeThrowawayCa, type ThrowawayCa } from '../../../browsers/throwaway-ca.ts'
import type { BtpAccount, HttpAccount } from '../../../localnet/announcement.ts'
import type { Localnet } from '../../../localnet/localnet.ts'
import { startLocalnet } from '../../../localnet/start-localnet.ts'
import { openTestSite, type TestSite } from './test-site.ts'
import { launchWalletBrowser, type WalletBrowser } from './wallet-browser.ts'

export { expect } from '@playwright/test'

export interface BrowserOptions {
  readonly kind: BrowserKind
}

interface WorkerParts extends BrowserOptions {
  /** For `wallet.example` and `site.example`. */
  readonly ca: ThrowawayCa
  readonly localnet: Localnet
  /** The payer's account in USD/9. */
  readonly account: BtpAccount
  /** A payer's account over HTTP, in USD/9 too. */
  readonly httpAccount: HttpAccount
  /** A wallet that is set up, for the tests that leave its settings alone; see `wallet`. */
  readonly sharedWallet: WalletBrowser
}

interface TestParts {
  /** The shared wallet: developer mode on, 72 USD an hour, payments on. Its tabs are closed afterwards. */
  readonly wallet: WalletBrowser
  /** Starts a browser of the test's own; closed afterwards, whatever happens. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<WalletBrowser>
  readonly site: TestSite
}

/** Two cents a second: one for each of two receivers that count in cents. */
const SHARED_RATE = '72'
/** For what a worker starts: as long as a test, as it is a browser's start and a first run, beside others'. */
const START_MS = 150_000

export const test = base.extend<TestParts, WorkerParts>({
  kind: ['chrome', { option: true, scope: 'worker' }],
  ca: [
    // Playwright reads from the pattern which fixtures are needed, so it has to be there.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => use(makeThrowawayCa(['wallet.example', 'site.example'])),
    { scope: 'worker' },
  ],
  localnet: [
    async ({ ca }, use) => {
      const tls = { key: ca.keyPem, cert: ca.chainPem, hosts: ['wallet.example'] }
      const localnet = await startLocalnet({ tls })
      try {
        await use(localnet)
      } finally {
        await localnet.stop()
      }
    },
    { scope: 'worker', timeout: START_MS },
  ],
  account: [
    async ({ localnet }, use) => {
      const [account] = localnet.btp
      if (!account) throw new Error('The local network has no account for payers')
      await use(account)
    },
    { scope: 'worker' },
  ],
  httpAccount: [
    async ({ localnet }, use) => {
      const [account] = localnet.http
      if (!account) throw new Error('The local network has no account over HTTP')
      await use(account)
    },
    { scope: 'worker' },
  ],
  sharedWallet: [
    async ({ kind, account }, use) => {
      const wallet = await launchWalletBrowser(kind)
      try {
        const popup = await wallet.popupFor()
        await popup.setUp(account, { budget: '1000', rate: SHARED_RATE })
        await wallet.closeTabs()
        await use(wallet)
      } finally {
        await wallet.driver.close()
      }
    },
    { scope: 'worker', timeout: START_MS },
  ],
  wallet: async ({ sharedWallet }, use) => {
    await use(sharedWallet)
    await sharedWallet.closeTabs()
    // The last packet of this test is not to be found in the books of the next.
    const popup = await sharedWallet.popupFor()
    await popup.until('nothing on its way', ({ budget }) => budget.reserved === 0n)
    await sharedWallet.closeTabs()
  },
  launch: async ({ kind }, use) => {
    const launched: WalletBrowser[] = []
    await use(async (options) => {
      const browser = await launchWalletBrowser(kind, options)
      launched.push(browser)
      return browser
    })
    for (const { driver } of launched) await driver.close().catch(() => driver.kill())
  },
  // eslint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const site = await openTestSite()
    await use(site)
    await site.close()
  },
})
