import type { PeriodId } from '../ledger/entry.ts'
import type { EpochMs } from '../ports/clock.ts'

/** The calendar month of a moment, in the user's own time zone. */
export const periodOf = (at: EpochMs): PeriodId => {
  const date = new Date(at)
  const year = String(date.getFullYear()).padStart(4, '0')
  return `${year}-${String(date.getMonth() + 1).padStart(2, '0')}` as PeriodId
}

/** When the month after this one begins, in the user's own time zone. */
export const endOf = (period: PeriodId): EpochMs => {
  const [year = 0, month = 0] = period.split('-').map(Number)
  return new Date(year, month, 1).getTime() as EpochMs
}

/** The period to enter now; null where the book's own still holds. It never goes back. */
export const nextPeriod = (current: PeriodId | null, at: EpochMs): PeriodId | null => {
  const now = periodOf(at)
  return current === null || now > current ? now : null
}
