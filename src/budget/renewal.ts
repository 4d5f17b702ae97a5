import type { Journal } from '../ledger/journal.ts'
import type { Clock, EpochMs, MonoMs } from '../ports/clock.ts'
import { nextPeriod } from './period.ts'

/** A clock that has gone forward by more than this beyond the time that has passed is not believed. */
export const LARGEST_JUMP_MS = 48 * 3_600_000

/**
 * Holding: by this computer's clock a new period has begun, but the clock cannot be believed yet.
 * `due`: the next server that is asked may say the same date; `asking`: only the user can say so.
 */
export type RenewalState = 'none' | 'due' | 'asking'

/**
 * Decides whether the period that the wall clock names may begin. The period never goes back. While the
 * wallet runs, monotonic time says how far the clock may have gone. How long it was stopped nobody knows: then
 * the date that a server gives in its answer has to agree.
 */
export interface Renewal {
  readonly state: RenewalState
  /**
   * Enters the period that has begun, where the clock can be believed. Its entry is not awaited: what is
   * written after it goes to the disk with it or after it, never before; a write that fails is seen in
   * the journal.
   */
  roll(): void
  /** A server's Date header (RFC 9110, 6.6.1); null where it gave none. */
  heardDate(date: number | null): void
  /** The user says that the date is right. */
  confirm(): void
}

interface Reading {
  readonly wall: EpochMs
  readonly mono: MonoMs
}

export const createRenewal = (journal: Journal, clock: Clock): Renewal => {
  const { book } = journal
  const read = (): Reading => ({ wall: clock.wall(), mono: clock.mono() })
  /** The last reading that was believed. A new book has nothing that could be renewed too early. */
  let believed: Reading = book.lastAt === null ? read() : { ...read(), wall: book.lastAt }
  /** Until the first reading that is believed, the time since the last entry may have been any. */
  let elapsedKnown = book.lastAt === null
  let state: RenewalState = 'none'

  const believe = (reading: Reading): void => {
    believed = reading
    elapsedKnown = true
    state = 'none'
  }
  const roll = (): void => {
    const now = read()
    const jump = now.wall - believed.wall - (now.mono - believed.mono)
    if (jump > LARGEST_JUMP_MS) {
      if (nextPeriod(book.period, now.wall) === null) return believe(now)
      if (state === 'none') state = elapsedKnown ? 'asking' : 'due'
      return
    }
    believe(now)
    const period = nextPeriod(book.period, now.wall)
    if (period === null || journal.state !== 'sound') return
    journal.write({ kind: 'period', at: now.wall, period }).catch(() => {})
  }
  return {
    get state() {
      return state
    },
    roll,
    heardDate(date) {
      if (state !== 'due') return
      const now = read()
      if (date !== null && Math.abs(date - now.wall) <= LARGEST_JUMP_MS) {
        believe(now)
        roll()
      } else state = 'asking'
    },
    confirm() {
      believe(read())
      roll()
    },
  }
}
