/** What an amount is counted in. 1 major unit = 10^scale smallest units (RFC 29, ConnectionAssetDetails). */
export interface Asset {
  readonly code: string
  readonly scale: number
}

/** Two assets are the same only if both code and scale are: amounts never mix otherwise. */
export const sameAsset = (a: Asset, b: Asset): boolean => a.code === b.code && a.scale === b.scale
