import type { Asset } from '../money/asset.ts'
import { parseAmount, type AmountFailure } from '../money/parse-amount.ts'
import { sourceUnits, type SourceUnits } from '../money/units.ts'

/** No amount that a person means is larger; it keeps sums of many periods within 64 bits. */
export const LARGEST_TYPED = 2n ** 60n

/** What a person typed, in major units of this asset; `not-now` while there is none. */
export const readAmount = (
  text: string,
  asset: Asset | undefined,
): SourceUnits | AmountFailure | 'not-now' => {
  if (!asset) return 'not-now'
  const units = parseAmount(text, asset.scale)
  if (typeof units === 'string') return units
  return units > LARGEST_TYPED ? 'amount-too-large' : sourceUnits(units)
}

/** The same, of a field that may be empty: null. */
export const readAmountIfAny = (
  text: string,
  asset: Asset | undefined,
): ReturnType<typeof readAmount> | null => (text.trim() === '' ? null : readAmount(text, asset))
