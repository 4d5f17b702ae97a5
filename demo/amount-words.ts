import { plainAmount } from '../extension/ui/plain-amount.ts'
import type { Asset } from '../src/money/asset.ts'

/** Exact, with as many decimals as it takes: `0.083333333 EUR`. */
export const amountWords = (units: bigint, asset: Asset): string =>
  `${plainAmount(`${units}`, asset)} ${asset.code}`
