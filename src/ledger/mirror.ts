import { LARGEST_AMOUNT, sourceUnits, type SourceUnits } from '../money/units.ts'
import { totalsNow, type Book } from './book.ts'
import type { PeriodId } from './entry.ts'

/** What is remembered of a book outside of its journal. */
export interface Mirror {
  /** How many entries the journal had: one that has fewer has lost some. */
  readonly length: number
  readonly period: PeriodId | null
  /** Posted, on its way and in doubt in that period. */
  readonly counted: SourceUnits
  readonly limit: SourceUnits | null
}

export const countedIn = (book: Book): SourceUnits => {
  const { posted, reserved, inDoubt } = totalsNow(book)
  return sourceUnits(posted + reserved + inDoubt)
}

export const mirrorToJson = (book: Book): object => ({
  length: book.length,
  period: book.period,
  counted: countedIn(book).toString(),
  limit: book.limit?.toString() ?? null,
})

const readUnits = (value: unknown): SourceUnits | null => {
  if (typeof value !== 'string' || !/^\d{1,21}$/.test(value)) return null
  const units = BigInt(value)
  return units <= LARGEST_AMOUNT ? sourceUnits(units) : null
}

/** Null where there is none. */
export const mirrorFromJson = (value: unknown): Mirror | null => {
  if (typeof value !== 'object' || value === null) return null
  const { length, period, counted, limit } = value as Record<string, unknown>
  const units = readUnits(counted)
  if (!Number.isSafeInteger(length) || units === null) return null
  const named = typeof period === 'string' && /^\d{4}-\d{2}$/.test(period)
  return {
    length: length as number,
    period: named ? (period as PeriodId) : null,
    counted: units,
    limit: readUnits(limit),
  }
}
