import type { Asset } from '../../src/money/asset.ts'

export interface NamedBook {
  readonly name: string
  readonly ilpAddress: string
  readonly asset: Asset
  /** Which book of its account it is; null for the first. */
  readonly repair: number | null
}

/** What a book's name says: see `bookName`. */
export const parseBookName = (name: string): NamedBook | null => {
  const match = /^(\S+) (.+)\/(\d{1,3})(?: #(\d+))?$/.exec(name)
  if (!match) return null
  const [, ilpAddress = '', code = '', scale = '', repair] = match
  return {
    name,
    ilpAddress,
    asset: { code, scale: Number(scale) },
    repair: repair === undefined ? null : Number(repair),
  }
}
