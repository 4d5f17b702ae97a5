import type { Asset } from '../asset.ts'

/** One account of the connector: it has one port and one asset, and clients by name on it. */
export interface AccountEntry {
  readonly name: string
  readonly asset: Asset
  readonly port: number
}

/** An entry whose packets come one by one, each as an HTTP request with this token. */
export interface HttpEntry extends AccountEntry {
  readonly token: string
}
