import { sumLines, type DayLine, type HistoryLine } from '../../src/history/deltas.ts'
import type { SpanId } from '../../src/history/span.ts'
import type { TributaryDatabase } from '../storage/schema.ts'
import { readSpan } from './read-history.ts'

/** What each site of a book got in these spans together: the same list until something is paid in one of them. */
export type SitesIn = (spans: readonly SpanId[]) => Promise<readonly HistoryLine[]>

/**
 * Thousands of rows take long to be read, so that a span is read once, and again when its days say that something was
 * paid in it. That names were deleted they do not say: then all of it is begun anew.
 */
export interface KeptSites {
  /** `days`: as they are now. */
  at(days: readonly DayLine[]): SitesIn
}

interface Kept {
  /** What its days said when it was read. */
  readonly said: string
  readonly lines: Promise<readonly HistoryLine[]>
}

const saidOf = (days: readonly DayLine[], span: SpanId): string => {
  const rows = days.flatMap(({ day, row }) => (day.startsWith(span) ? row : []))
  const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n)
  const packets = rows.reduce((all, row) => all + row.packets, 0)
  const [posted, doubt] = [sum(rows.map((row) => row.posted)), sum(rows.map((row) => row.inDoubt))]
  return `${posted} ${doubt} ${packets}`
}

export const keepSites = (database: TributaryDatabase, book: string): KeptSites => {
  const kept = new Map<string, Kept>()
  const keep = (key: string, said: string, read: () => Kept['lines']): Kept['lines'] => {
    const known = kept.get(key)
    if (known?.said === said) return known.lines
    const lines = read()
    kept.set(key, { said, lines })
    // What could not be read is tried again.
    lines.catch(() => kept.delete(key))
    return lines
  }
  return {
    at: (days) => (spans) => {
      const said = spans.map((span) => saidOf(days, span))
      const read = spans.map((span, index) =>
        keep(span, said[index] ?? '', () => readSpan(database, book, span)),
      )
      const [only] = read
      if (only && read.length === 1) return only
      return keep(spans.join(), said.join(), async () =>
        sumLines((await Promise.all(read)).flat(), ({ site }) => [site]),
      )
    },
  }
}
