import { sourceUnits, type SourceUnits } from '../money/units.ts'
import type { Book } from './book.ts'
import type { PeriodId } from './entry.ts'
import { applyEntry, emptyBook } from './fold.ts'
import { countedIn, type Mirror } from './mirror.ts'
import { unseal } from './sealed-entry.ts'

/** What a new book has to begin with, so that a damaged one gives no budget back. */
export interface Salvage {
  readonly period: PeriodId | null
  /** Counts as spent in that period: the larger of what the book and its mirror say. */
  readonly spent: SourceUnits
  readonly limit: SourceUnits | null
}

/** The book up to the first entry that cannot be trusted. */
const readableBook = (entries: readonly unknown[]): Book => {
  const book = emptyBook()
  let sum = 0
  for (const stored of entries) {
    const read = unseal(stored, sum)
    if (!read) break
    try {
      applyEntry(book, read.entry)
    } catch {
      break // what comes after an entry that cannot follow cannot be trusted either
    }
    sum = read.sum
  }
  return book
}

export const salvage = (entries: readonly unknown[], mirror: Mirror | null): Salvage => {
  const book = readableBook(entries)
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
