import type { Asset } from '../../src/money/asset.ts'
import { typedAmount } from './typed-amount.ts'

/** About the price of a coffee, where five units would be far from it. */
const COFFEE: Readonly<Record<string, string>> = {
  JPY: '500',
  KRW: '5000',
  INR: '250',
  HUF: '1500',
}

/** What the field `Monthly budget` holds before anything is typed. */
export const firstBudget = (asset: Asset): string =>
  typedAmount((COFFEE[asset.code] ?? '5') + '0'.repeat(asset.scale), asset)
