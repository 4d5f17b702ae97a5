declare const sourceBrand: unique symbol
declare const deliveredBrand: unique symbol

/** An amount in the smallest unit of the user's own asset. */
export type SourceUnits = bigint & { readonly [sourceBrand]: true }

/** An amount in the smallest unit of the receiver's asset. */
export type DeliveredUnits = bigint & { readonly [deliveredBrand]: true }

/** The largest amount that an ILP packet can carry (RFC 27: UInt64). */
export const LARGEST_AMOUNT = 2n ** 64n - 1n

export const sourceUnits = (n: bigint): SourceUnits => {
  if (n < 0n) throw new RangeError('a source amount is never negative')
  return n as SourceUnits
}

export const deliveredUnits = (n: bigint): DeliveredUnits => {
  if (n < 0n) throw new RangeError('a delivered amount is never negative')
  return n as DeliveredUnits
}
