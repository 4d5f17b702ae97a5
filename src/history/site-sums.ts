import type { HistoryChange, HistoryRow } from '../ports/history-change.ts'
import { NAMELESS } from './nameless.ts'
import { addRows, NO_HISTORY } from './row.ts'

/** By site; the sums of all times. */
export type SiteRows = ReadonlyMap<string, HistoryRow>

/**
 * What each site got of all times, while somebody looks at it: read once from the history on the disk, and kept in
 * line with what a journal writes from then on. Nothing else holds it in memory.
 */
export interface SiteSums {
  /** Null until they have been read. */
  readonly rows: SiteRows | null
  /** What is written, in its order; that which the rows to be read will not have included. */
  add(change: HistoryChange): void
  /** What was read. */
  begin(read: SiteRows): void
}

const applyTo = (rows: Map<string, HistoryRow>, change: HistoryChange): void => {
  const more = (site: string, row: HistoryRow): void => {
    rows.set(site, addRows(rows.get(site) ?? NO_HISTORY, row))
  }
  if (change.kind === 'add') return more(change.site, change.row)
  const gone = change.site === NAMELESS ? [...rows.keys()] : [change.site]
  for (const site of gone) {
    const row = rows.get(site)
    if (site === NAMELESS || !row) continue
    rows.delete(site)
    more(NAMELESS, row)
  }
}

export const createSiteSums = (): SiteSums => {
  let rows: Map<string, HistoryRow> | null = null
  let early: HistoryChange[] = []
  return {
    get rows() {
      return rows
    },
    add(change) {
      if (rows) applyTo(rows, change)
      else early.push(change)
    },
    begin(read) {
      rows = new Map(read)
      for (const change of early) applyTo(rows, change)
      early = []
    },
  }
}
