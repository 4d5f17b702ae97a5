import { periodOf } from '../budget/period.ts'
import type { PeriodId } from '../ledger/entry.ts'
import { countedIn, mirrorFromJson } from '../ledger/mirror.ts'
import type { SourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import type { MirrorStore } from '../ports/mirror-store.ts'
import type { OpenBook } from './open-book.ts'
import { bookName, type Connection } from './settings.ts'

interface Month {
  readonly counted: bigint
  readonly limit: bigint
}

interface Known {
  readonly period: PeriodId | null
  readonly counted: SourceUnits
  readonly limit: SourceUnits | null
}

/** Null where no budget is known. */
export type MonthOf = (book: string, now: EpochMs) => Month | null

/** What this month's spending is in the books of all connections, for people to look at: no payment goes by it. */
export interface Months {
  /** Looks for what their mirrors remember; a book that was opened knows it itself. */
  read(connections: readonly Connection[]): Promise<void>
  readonly of: MonthOf
}

export const createMonths = (
  mirrors: MirrorStore,
  open: ReadonlyMap<string, Pick<OpenBook, 'journal'>>,
): Months => {
  const mirrored = new Map<string, Known>()
  const known = (name: string): Known | undefined => {
    const book = open.get(name)?.journal.book
    return book
      ? { period: book.period, counted: countedIn(book), limit: book.limit }
      : mirrored.get(name)
  }
  return {
    async read(connections) {
      for (const name of connections.map(bookName)) {
        if (open.has(name) || mirrored.has(name)) continue
        const mirror = mirrorFromJson(await mirrors.load(name).catch(() => null))
        if (mirror) mirrored.set(name, mirror)
      }
    },
    of(name, now) {
      const { period = null, counted = 0n, limit = null } = known(name) ?? {}
      if (limit === null) return null
      return { counted: period !== null && period < periodOf(now) ? 0n : counted, limit }
    },
  }
}
