import type { HistoryRow } from '../../ports/history-change.ts'

/** The order in which a row names assets says nothing: two that say the same are equal with this. */
export const inAssetOrder = (row: HistoryRow): HistoryRow => {
  const keyOf = ({ asset }: HistoryRow['delivered'][number]) => `${asset.code}/${asset.scale}`
  return { ...row, delivered: row.delivered.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) }
}
