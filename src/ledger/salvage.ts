import { sourceUnits, type SourceUnits } from '../money/units.ts'
import type { StoredBook } from '../ports/journal-store.ts'
import type { PeriodId } from './entry.ts'
import { emptyBook } from './fold.ts'
import { countedIn, type Mirror } from './mirror.ts'
import { readEntries } from './read-entries.ts'

/** What a new book has to begin with, so that a damaged one gives no budget back. */
export interface Salvage {
  readonly period: PeriodId | null
  /** Counts as spent in that period: the larger of what the book and its mirror say. */
  readonly spent: SourceUnits
  readonly limit: SourceUnits | null
}

/** `stored`: null where not even that could be read. */
export const salvage = (stored: StoredBook | null, mirror: Mirror | null): Salvage => {
  const book = stored ? readEntries(stored).book : emptyBook()
  const known = [
    { period: book.period, spent: countedIn(book) },
    { period: mirror?.period ?? null, spent: mirror?.counted ?? sourceUnits(0n) },
  ]
  const period = known.reduce<PeriodId | null>(
    (latest, one) =>
      one.period !== null && (latest === null || one.period > latest) ? one.period : latest,
    null,
  )
  const spent = known
    .filter((one) => one.period === period)
    .reduce((most, one) => (one.spent > most ? one.spent : most), sourceUnits(0n))
  return { period, spent, limit: mirror?.limit ?? book.limit }
}
