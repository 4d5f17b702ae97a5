import type { DayId, HistoryChange, HistoryRow } from '../ports/history-change.ts'
import { addRows } from './row.ts'
import { spansOf, type SpanId } from './span.ts'

type Addition = Extract<HistoryChange, { kind: 'add' }>

export interface HistoryLine {
  readonly span: SpanId
  readonly site: string
  readonly row: HistoryRow
}

/** All sites together. */
export interface DayLine {
  readonly day: DayId
  readonly row: HistoryRow
}

export interface PageLine {
  readonly site: string
  readonly day: DayId
  /** A path: no query, no fragment. */
  readonly page: string
  readonly row: HistoryRow
}

/** What several changes do together, a line for each row that they touch. */
export interface Deltas {
  readonly lines: readonly HistoryLine[]
  readonly days: readonly DayLine[]
  readonly pages: readonly PageLine[]
}

export const sumLines = <Line extends { readonly row: HistoryRow }>(
  lines: readonly Line[],
  keyOf: (line: Line) => readonly string[],
): Line[] => {
  const sums = new Map<string, Line>()
  for (const line of lines) {
    const key = JSON.stringify(keyOf(line))
    const sum = sums.get(key)
    sums.set(key, sum ? { ...line, row: addRows(sum.row, line.row) } : line)
  }
  return [...sums.values()]
}

export const deltasOf = (additions: readonly Omit<Addition, 'kind'>[]): Deltas => ({
  lines: sumLines(
    additions.flatMap(({ day, site, row }) => spansOf(day).map((span) => ({ span, site, row }))),
    ({ span, site }) => [span, site],
  ),
  days: sumLines(
    additions.map(({ day, row }) => ({ day, row })),
    ({ day }) => [day],
  ),
  pages: sumLines(
    additions.flatMap(({ day, site, page, row }) =>
      page === null ? [] : [{ site, day, page, row: { ...row, inDoubt: 0n } }],
    ),
    ({ site, day, page }) => [site, day, page],
  ),
})
