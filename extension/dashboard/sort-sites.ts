import type { HistoryLine } from '../../src/history/deltas.ts'
import type { TableOrder } from './table-order.ts'

export type SortKey = 'site' | 'sent' | 'doubt' | 'packets'

const valueOf = ({ row }: HistoryLine, key: Exclude<SortKey, 'site'>): bigint | number =>
  key === 'sent' ? row.posted : key === 'doubt' ? row.inDoubt : row.packets

/** In this order; equals by their address. */
export const sortSites = (
  lines: readonly HistoryLine[],
  { key, down }: TableOrder<SortKey>,
): readonly HistoryLine[] => {
  const bySite = (a: HistoryLine, b: HistoryLine): number =>
    a.site < b.site ? -1 : a.site > b.site ? 1 : 0
  const order = (a: HistoryLine, b: HistoryLine): number => {
    if (key === 'site') return bySite(a, b)
    const [one, other] = [valueOf(a, key), valueOf(b, key)]
    return one < other ? -1 : one > other ? 1 : 0
  }
  return [...lines].sort((a, b) => (down ? order(b, a) : order(a, b)) || bySite(a, b))
}

/** Those whose address has the text in it, in the order that they are in. */
export const findSites = (
  lines: readonly HistoryLine[],
  search: string,
): readonly HistoryLine[] => {
  const wanted = search.trim().toLowerCase()
  return wanted === '' ? lines : lines.filter(({ site }) => site.toLowerCase().includes(wanted))
}
