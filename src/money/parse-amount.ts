import { LARGEST_AMOUNT } from './units.ts'

export type AmountFailure = 'amount-malformed' | 'amount-too-fine' | 'amount-too-large'

/**
 * Reads what a person types as an amount in major units: digits with at most one point or comma.
 * Returns smallest units, exactly; never rounds.
 */
export const parseAmount = (text: string, scale: number): bigint | AmountFailure => {
  const match = /^(\d*)(?:[.,](\d*))?$/.exec(text.trim())
  const whole = match?.[1] ?? ''
  const fraction = match?.[2] ?? ''
  if (!match || whole + fraction === '') return 'amount-malformed'
  if (whole.length > 40) return 'amount-too-large'
  const used = fraction.replace(/0+$/, '')
  if (used.length > scale) return 'amount-too-fine'
  const units = BigInt(whole + used.padEnd(scale, '0'))
  return units > LARGEST_AMOUNT ? 'amount-too-large' : units
}
