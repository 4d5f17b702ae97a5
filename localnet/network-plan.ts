import type { Asset } from './asset.ts'
import type { ReceiverKind } from './wallets/stream-receiver.ts'

const USD: Asset = { code: 'USD', scale: 9 }
const CENTS: Asset = { code: 'USD', scale: 2 }
const EUR: Asset = { code: 'EUR', scale: 9 }
const XRP: Asset = { code: 'XRP', scale: 6 }

/** Accounts for payers. Fixed names and tokens, as it is play money: a wallet once set up survives a restart. */
export const PAYERS = [
  { entry: 'wallet', asset: USD, username: 'reader', token: 'play-money-usd' },
  { entry: 'wallet-eur', asset: EUR, username: 'leser', token: 'play-money-eur' },
] as const

/** The same over HTTP: one POST for each packet, and no way back to the payer. */
export const HTTP_PAYERS = [
  { entry: 'wallet-http', asset: USD, username: 'reader', token: 'play-money-http' },
] as const

interface ReceivingWallet {
  /** Also the name of its account entry on the connector. */
  readonly name: string
  readonly asset: Asset
  readonly kind: ReceiverKind
  /** `alice` is nobody's tag: it is there to be paid by tests and by hand. */
  readonly users: readonly string[]
}

/** The first one is the one that https serves too. */
export const WALLETS: readonly ReceivingWallet[] = [
  { name: 'usd', asset: USD, kind: '@interledger/stream-receiver', users: ['alice', 'blog'] },
  { name: 'usd-two', asset: USD, kind: 'ilp-protocol-stream', users: ['alice', 'lab'] },
  { name: 'cents', asset: CENTS, kind: '@interledger/stream-receiver', users: ['alice', 'label'] },
  { name: 'eur', asset: EUR, kind: 'ilp-protocol-stream', users: ['alice', 'gallery'] },
  { name: 'xrp', asset: XRP, kind: '@interledger/stream-receiver', users: ['alice', 'band'] },
]

interface Tag {
  readonly wallet: string
  readonly user: string
  /** How the page spells it: `$127.0.0.1:…` as `meta` wants it, or the URL that `link` wants. */
  readonly spelling: 'pointer' | 'url'
}

interface DemoSite {
  /** Its folder under sites/. */
  readonly name: string
  /** In its pages `{{user}}` stands for the tag of that user. */
  readonly tags: readonly Tag[]
}

export const SITES: readonly DemoSite[] = [
  { name: 'blog', tags: [{ wallet: 'usd', user: 'blog', spelling: 'pointer' }] },
  { name: 'gallery', tags: [{ wallet: 'eur', user: 'gallery', spelling: 'url' }] },
  {
    name: 'band',
    tags: [
      { wallet: 'xrp', user: 'band', spelling: 'url' },
      { wallet: 'cents', user: 'label', spelling: 'url' },
    ],
  },
  { name: 'lab', tags: [{ wallet: 'usd-two', user: 'lab', spelling: 'url' }] },
]
