import type { Asset } from '../../src/money/asset.ts'
import { usualDecimals } from './usual-decimals.ts'

/** Smallest units as a person would type them into a field: exact, no grouping, `5.00`. */
export const plainAmount = (units: string, asset: Asset): string => {
  const digits = units.padStart(asset.scale + 1, '0')
  const whole = digits.slice(0, digits.length - asset.scale)
  const usual = Math.min(usualDecimals(asset.code), asset.scale)
  const exact = digits.slice(digits.length - asset.scale).replace(/0+$/, '')
  const fraction = exact.padEnd(usual, '0')
  return fraction === '' ? whole : `${whole}.${fraction}`
}
