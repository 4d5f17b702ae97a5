import { sameAsset } from '../money/asset.ts'
import type { DeliveredSum, HistoryRow } from '../ports/history-change.ts'

export const NO_HISTORY: HistoryRow = { posted: 0n, inDoubt: 0n, delivered: [], packets: 0 }

const addDelivered = (
  sums: readonly DeliveredSum[],
  { asset, amount }: DeliveredSum,
): readonly DeliveredSum[] => {
  const at = sums.findIndex((sum) => sameAsset(sum.asset, asset))
  const old = sums[at]
  return old ? sums.with(at, { asset, amount: old.amount + amount }) : [...sums, { asset, amount }]
}

export const addRows = (a: HistoryRow, b: HistoryRow): HistoryRow => ({
  posted: a.posted + b.posted,
  inDoubt: a.inDoubt + b.inDoubt,
  delivered: b.delivered.reduce(addDelivered, a.delivered),
  packets: a.packets + b.packets,
})

export const isNothing = ({ posted, inDoubt, delivered, packets }: HistoryRow): boolean =>
  posted === 0n && inDoubt === 0n && packets === 0 && delivered.length === 0
