import type { BtpAccount } from '../../localnet/announcement.ts'

/** What `npm run localnet -- --pay` sends to the process that shows a page being paid. */
export interface Order {
  readonly url: string
  readonly account: BtpAccount
  readonly headless: boolean
  /** `chrome` or `firefox`; by default whichever is there. */
  readonly browser: 'chrome' | 'firefox' | null
  /** Certificates to trust, each in PEM. */
  readonly ca: readonly string[]
}
