import { NAMELESS } from '../history/nameless.ts'
import type { SiteRows } from '../history/site-sums.ts'
import type { HistoryRow } from '../ports/history-change.ts'

type Site = readonly [origin: string, row: HistoryRow]

/** The sites with a name that got most, this many of them; those that got the same in the order of the rows. */
export const mostPaid = (rows: SiteRows, count: number): readonly Site[] => {
  const named = [...rows].filter(([origin]) => origin !== NAMELESS)
  if (count >= named.length)
    return named.sort(([, a], [, b]) => (a.posted < b.posted ? 1 : a.posted > b.posted ? -1 : 0))
  // A few of thousands, ten times a second: sorting them all would be felt.
  const top: Site[] = []
  for (const site of named) {
    const less = top.findIndex(([, { posted }]) => posted < site[1].posted)
    if (less < 0 && top.length >= count) continue
    top.splice(less < 0 ? top.length : less, 0, site)
    top.length = Math.min(top.length, count)
  }
  return top
}

export const namedSites = (rows: SiteRows): number => rows.size - (rows.has(NAMELESS) ? 1 : 0)
