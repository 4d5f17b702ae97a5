import { deltasOf, type Deltas } from '../history/deltas.ts'
import { NAMELESS } from '../history/nameless.ts'
import { NO_HISTORY } from '../history/row.ts'
import { BEFORE } from '../history/span.ts'
import type { HistoryChange } from '../ports/history-change.ts'
import type { StoredBook } from '../ports/journal-store.ts'
import { openBase } from './base.ts'
import { readEntries } from './read-entries.ts'

type Addition = Extract<HistoryChange, { kind: 'add' }>

/** What a base of a version without history says that its sites got; what belongs to none was carried over. */
const additionsOf = (base: unknown): Addition[] => {
  const opened = base === undefined ? null : openBase(base)
  if (!opened) return []
  const add = (site: string, row: Addition['row']): Addition => ({
    kind: 'add',
    day: BEFORE,
    site,
    page: null,
    row,
  })
  const sites = [...opened.oldSites].map(([site, { posted, inDoubt, delivered }]) =>
    add(site, { posted, inDoubt, delivered: [...delivered.values()], packets: 0 }),
  )
  const all = [...opened.book.totals.values()].reduce((sum, { posted }) => sum + posted, 0n)
  const carried = sites.reduce((rest, { row }) => rest - row.posted, all)
  return carried > 0n ? [...sites, add(NAMELESS, { ...NO_HISTORY, posted: carried })] : sites
}

/** The history of a book that was written by a version that kept none (and deleted none); of a damaged one what can be read. */
export const historyBefore = (stored: StoredBook): Deltas => {
  const additions = additionsOf(stored.base)
  readEntries(stored, (change) => {
    if (change.kind === 'add') additions.push(change)
  })
  return deltasOf(additions)
}
