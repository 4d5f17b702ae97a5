import type { Asset } from './asset.ts'
import type { ReceiverKind } from './wallets/stream-receiver.ts'

/** An account on the connector that a wallet such as Tributary can use. */
export interface BtpAccount {
  /** `ws://127.0.0.1:PORT`, without credentials. */
  readonly url: string
  readonly username: string
  readonly token: string
  readonly asset: Asset
  /** The connector's account entry: the key of `GET <admin>/balance`, see `readDebit`. */
  readonly entry: string
}

/** An account that is reached by ILP over HTTP. The fields mean the same; `url` is `http://127.0.0.1:PORT/ilp`. */
export type HttpAccount = BtpAccount

/** One payment pointer of one receiving wallet. */
export interface PointerEntry {
  /** `$127.0.0.1:PORT/user` */
  readonly pointer: string
  /** The same as an http URL: the SPSP endpoint. */
  readonly url: string
  readonly asset: Asset
  /** Answers `{"received":"123","packets":4}`: units of `asset`, and the packets that brought them. */
  readonly records: string
  /** Which STREAM implementation answers. */
  readonly kind: ReceiverKind
}

/** A demo site on an origin of its own. */
export interface SiteEntry {
  readonly origin: string
  readonly url: string
  /** `pointer` of one `PointerEntry` for each of the page's tags, in the page's order. */
  readonly pointers: readonly string[]
}

/** A wallet's payment pointer once more, with STREAM receipts (RFC 39). */
export interface VerifiedPointer {
  /** `$127.0.0.1:PORT/wallet/user` */
  readonly pointer: string
  readonly url: string
  /** `url` of the `PointerEntry` that gets the money. */
  readonly wallet: string
  /** Answers `{"verified":"123","receipts":4}`: what receipts proved, in units of that pointer's asset. */
  readonly records: string
}

export interface VerifierEntry {
  /** Takes a receipt in base64 by POST; answers `{"amount":"123"}`, what it proves beyond earlier ones. */
  readonly receipts: string
  readonly pointers: readonly VerifiedPointer[]
}

/** The first line of `npm run localnet -- --json`. */
export interface Announcement {
  readonly version: 1
  readonly btp: readonly BtpAccount[]
  readonly http: readonly HttpAccount[]
  /** Base URL of the connector's admin API. */
  readonly admin: string
  readonly wallets: readonly PointerEntry[]
  readonly sites: readonly SiteEntry[]
  readonly verifier: VerifierEntry
  /** The wallet's page: payment pointers of one's own, what came in, splits, receipts. */
  readonly home: { readonly url: string }
  /** Present when started with `tls`: the first USD/9 wallet once more, behind TLS. */
  readonly https?: { readonly port: number; readonly pointers: readonly string[] }
}
