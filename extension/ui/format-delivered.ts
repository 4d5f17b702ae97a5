import type { DeliveredSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from './format-amount.ts'
import { sumDelivered } from './sum-delivered.ts'

/** What arrived, asset by asset: `0.33 EUR + 1.20 XRP`; null if nothing is known to have. */
export const formatDelivered = (parts: readonly DeliveredSnapshot[]): string | null => {
  const sums = sumDelivered(parts).filter(({ amount }) => BigInt(amount) > 0n)
  if (sums.length === 0) return null
  return sums.map(({ asset, amount }) => formatAmount(amount, asset)).join(' + ')
}
