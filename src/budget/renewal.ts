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
 * Decides whether the period that the wall clock names may begin. The period never goes back. Once a server's
 * date has agreed with the clock, monotonic time says how far the clock may go; a jump beyond that is for the
 * user to confirm. How long the wallet was stopped before a start nobody knows, so that first has to be heard.
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
  /** The last reading that could be believed. A new book has nothing that could be renewed too early. */
  let believed: Reading | null = book.period === null ? read() : null
  let state: RenewalState = 'none'

  const roll = (): void => {
    const now = read()
    const period = nextPeriod(book.period, now.wall)
    if (period === null) {
      state = 'none'
      return
    }
    if (!believed) {
      if (state === 'none') state = 'due'
      return
    }
    const jump = now.wall - believed.wall - (now.mono - believed.mono)
    state = jump > LARGEST_JUMP_MS ? 'asking' : 'none'
    if (state !== 'none' || journal.state !== 'sound') return
    journal.write({ kind: 'period', at: now.wall, period }).catch(() => {})
  }
  return {
    get state() {
      return state
    },
    roll,
    heardDate(date) {
      const now = read()
      const agrees = date !== null && Math.abs(date - now.wall) <= LARGEST_JUMP_MS
      if (agrees && (!believed || state === 'none')) {
        believed = now
        roll()
      } else if (!agrees && state === 'due') state = 'asking'
    },
    confirm() {
      believed = read()
      roll()
    },
  }
}
