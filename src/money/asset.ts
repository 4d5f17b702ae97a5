/** What an amount is counted in. 1 major unit = 10^scale smallest units (RFC 29, ConnectionAssetDetails). */
export interface Asset {
  readonly code: string
  readonly scale: number
}

/** Tickers as they are in use. What a receiver calls its asset is kept in the book and shown. */
const SOUND_CODE = /^[A-Za-z0-9._$-]{1,20}$/

export const hasSoundCode = ({ code }: Asset): boolean => SOUND_CODE.test(code)

/** Two assets are the same only if both code and scale are: amounts never mix otherwise. */
export const sameAsset = (a: Asset, b: Asset): boolean => a.code === b.code && a.scale === b.scale
