import type { Journal } from '../ledger/journal.ts'
import type { EpochMs } from '../ports/clock.ts'
import { nextPeriod } from './period.ts'

/**
 * Enters the period that has begun since the book's own. Not awaited: what is written after it goes to the
 * disk with it or after it, never before; a write that fails marks the journal as damaged, and is seen there.
 */
export const rollPeriod = (journal: Journal, at: EpochMs): void => {
  const period = nextPeriod(journal.book.period, at)
  if (period && journal.state === 'sound')
    journal.write({ kind: 'period', at, period }).catch(() => {})
}
