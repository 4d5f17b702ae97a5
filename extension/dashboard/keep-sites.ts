import { sumLines, type DayLine, type HistoryLine } from '../../src/history/deltas.ts'
import { isFinest, type SpanId } from '../../src/history/span.ts'
import type { DayId } from '../../src/ports/history-change.ts'
import type { TributaryDatabase } from '../storage/schema.ts'
import { readSites, readSpan } from './read-history.ts'

/** What each site of a book got in these spans together: the same list until something is paid in one of them. */
export type SitesIn = (spans: readonly SpanId[]) => Promise<readonly HistoryLine[]>

/**
 * Thousands of rows take long to be read, so that a span is read once. Where its days say that something was paid in it
 * since, only the rows of the sites of these days are read again. That names were deleted days do not say: then all of it
 * is begun anew.
 */
export interface KeptSites {
  /** `days`: as they are now. */
  at(days: readonly DayLine[]): SitesIn
}

type Lines = Promise<readonly HistoryLine[]>
/** What each day said when its rows were read. */
type Said = ReadonlyMap<DayId, string>

/** Where more days have changed, the whole span is read as soon. */
const FEW_DAYS = 3

const sameSaid = (a: Said, b: Said): boolean =>
  a.size === b.size && [...a].every(([day, said]) => b.get(day) === said)

const saidIn = (days: readonly DayLine[], spans: readonly SpanId[]): Said =>
  new Map(
    days
      .filter(({ day }) => spans.some((span) => day.startsWith(span)))
      .map(({ day, row }) => [day, `${row.posted} ${row.inDoubt} ${row.packets}`]),
  )

export const keepSites = (database: TributaryDatabase, book: string): KeptSites => {
  const kept = new Map<string, { readonly said: Said; readonly lines: Lines }>()

  const readAgain = async (span: SpanId, before: Lines, changed: readonly DayId[]) => {
    const lines = new Map((await before).map((line) => [line.site, line]))
    const paid = await Promise.all(
      changed.map((day) => readSpan(database, book, day as SpanId & DayId)),
    )
    const sites = new Set(paid.flat().map(({ site }) => site))
    for (const line of await readSites(database, book, span, [...sites])) lines.set(line.site, line)
    return [...lines.values()]
  }
  const keep = (key: string, said: Said, read: () => Lines): Lines => {
    const known = kept.get(key)
    if (known && sameSaid(known.said, said)) return known.lines
    const lines = read()
    kept.set(key, { said, lines })
    // What could not be read is tried again.
    lines.catch(() => {
      if (kept.get(key)?.lines === lines) kept.delete(key)
    })
    return lines
  }
  const linesOf = (days: readonly DayLine[], span: SpanId): Lines => {
    const said = saidIn(days, [span])
    const known = kept.get(span)
    const changed = [...said].flatMap(([day, now]) => (known?.said.get(day) === now ? [] : day))
    return keep(span, said, () =>
      known && !isFinest(span) && changed.length <= FEW_DAYS
        ? readAgain(span, known.lines, changed)
        : readSpan(database, book, span),
    )
  }
  return {
    at: (days) => (spans) => {
      const read = spans.map((span) => linesOf(days, span))
      const [only] = read
      if (only && read.length === 1) return only
      return keep(spans.join(), saidIn(days, spans), async () =>
        sumLines((await Promise.all(read)).flat(), ({ site }) => [site]),
      )
    },
  }
}
