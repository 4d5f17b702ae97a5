import { sameAsset } from '../../src/money/asset.ts'
import type { DeliveredSnapshot } from '../../src/wallet/snapshot.ts'

/** One sum for each asset: what arrived in different assets is never added up. */
export const sumDelivered = (parts: readonly DeliveredSnapshot[]): readonly DeliveredSnapshot[] =>
  parts.reduce<readonly DeliveredSnapshot[]>((sums, part) => {
    const same = sums.find(({ asset }) => sameAsset(asset, part.asset))
    if (same === undefined) return [...sums, part]
    const amount = (BigInt(same.amount) + BigInt(part.amount)).toString()
    return sums.map((sum) => (sum === same ? { ...sum, amount } : sum))
  }, [])
