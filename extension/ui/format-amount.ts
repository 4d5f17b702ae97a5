import type { Asset } from '../../src/money/asset.ts'
import { decimalMark } from './decimal-mark.ts'
import { kept } from './kept.ts'
import { usualDecimals } from './usual-decimals.ts'
import { isolated } from './words/isolated.ts'
import { LANGUAGE } from './words/language.ts'

interface Options {
  /** More decimals than usual, for an amount that is watched while it grows. */
  readonly finer?: number
  readonly language?: string
}

const wholeNumbers = kept(
  (language: string) => new Intl.NumberFormat(language, { numberingSystem: 'latn' }),
)

/** Digits that an amount too small for its usual decimals still shows. */
const SIGNIFICANT = 3

/**
 * Smallest units as people read them: `0.36 USD`. All arithmetic is on integers. It rounds to the
 * currency's usual decimals, except that an amount smaller than those shows keeps its first
 * significant digits: `0.000123 USD`, never `0.00`.
 */
export const formatAmount = (units: string, asset: Asset, options: Options = {}): string => {
  const { finer = 0, language = LANGUAGE } = options
  const value = BigInt(units)
  const magnitude = value < 0n ? -value : value
  const usual = Math.min(usualDecimals(asset.code) + finer, asset.scale)
  const decimals = decimalsFor(magnitude, asset.scale, usual)
  const step = 10n ** BigInt(asset.scale - decimals)
  const rounded = (magnitude + step / 2n) / step
  const whole = rounded / 10n ** BigInt(decimals)
  const digits = (rounded % 10n ** BigInt(decimals)).toString().padStart(decimals, '0')
  const fraction = decimals > usual ? trimmed(digits, usual) : digits
  const sign = value < 0n && rounded > 0n ? '−' : ''
  const grouped = wholeNumbers(language).format(whole)
  const point = fraction.length > 0 && decimals > 0 ? decimalMark(language) + fraction : ''
  return isolated(`${sign}${grouped}${point} ${asset.code}`)
}

const decimalsFor = (magnitude: bigint, scale: number, usual: number): number => {
  const smallestShown = 10n ** BigInt(scale - usual)
  if (magnitude === 0n || magnitude >= smallestShown) return usual
  return Math.min(scale, scale - magnitude.toString().length + SIGNIFICANT)
}

const trimmed = (digits: string, least: number): string => {
  let end = digits.length
  while (end > least && digits[end - 1] === '0') end -= 1
  return digits.slice(0, end)
}
