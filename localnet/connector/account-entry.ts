import type { Asset } from '../asset.ts'

/** One account of the connector: it has one port and one asset, and clients by name on it. */
export interface AccountEntry {
  readonly name: string
  readonly asset: Asset
  readonly port: number
}
