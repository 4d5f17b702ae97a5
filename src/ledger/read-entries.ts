import type { HistoryChange } from '../ports/history-change.ts'
import type { StoredBook } from '../ports/journal-store.ts'
import { openBase } from './base.ts'
import type { Book } from './book.ts'
import { changeOf } from './change-of.ts'
import { applyEntry, BrokenInvariant, emptyBook } from './fold.ts'
import { unseal } from './sealed-entry.ts'

export interface ReadEntries {
  /** As far as it can be trusted. */
  readonly book: Book
  /** The checksum with which the next entry goes on. */
  readonly chain: number
  /** Why what follows cannot be trusted; null where all of it can. */
  readonly broken: BrokenInvariant | null
}

/**
 * Folds a stored book, up to the first entry that is not what was written or cannot follow. `note` hears what each
 * entry changes of the history.
 */
export const readEntries = (
  { base, entries }: StoredBook,
  note?: (change: HistoryChange) => void,
): ReadEntries => {
  const start = base === undefined ? { book: emptyBook(), chain: 0 } : openBase(base)
  if (!start) {
    const broken = new BrokenInvariant('the base is not what was written')
    return { book: emptyBook(), chain: 0, broken }
  }
  const { book } = start
  let { chain } = start
  for (const stored of entries) {
    const read = unseal(stored, chain)
    if (!read) {
      const broken = new BrokenInvariant(`entry ${book.length} is not what was written`)
      return { book, chain, broken }
    }
    const change = note ? changeOf(book, read.entry, null) : null
    try {
      applyEntry(book, read.entry)
    } catch (why) {
      if (!(why instanceof BrokenInvariant)) throw why
      return { book, chain, broken: why }
    }
    if (change) note?.(change)
    chain = read.sum
  }
  return { book, chain, broken: null }
}
