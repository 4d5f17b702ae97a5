import { BEFORE, dayOf, type SpanId } from '../../src/history/span.ts'
import type { EpochMs } from '../../src/ports/clock.ts'
import type { DayId } from '../../src/ports/history-change.ts'

/** A stretch of time that can be asked for: few spans, whose rows are read one after the other. */
export interface HistoryRange {
  /** `all`, `week`, a year or a month. */
  readonly id: string
  readonly spans: readonly SpanId[]
  readonly holds: (day: DayId) => boolean
}

const WEEK = 7

const lastDays = (now: EpochMs): DayId[] => {
  const date = new Date(now)
  // Noon: no change of the clocks leads into another day.
  const noon = (back: number) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() - back, 12).getTime()
  return Array.from({ length: WEEK }, (_, back) => dayOf(noon(back) as EpochMs))
}

/** Those that have something in them, latest first, after all of it and the last week. */
export const rangesOf = (days: readonly DayId[], now: EpochMs): readonly HistoryRange[] => {
  const dated = days.filter((day) => day !== BEFORE)
  const cut = (length: number): string[] =>
    [...new Set(dated.map((day) => day.slice(0, length)))].sort().reverse()
  const [years, months] = [cut(4), cut(7)]
  const week = lastDays(now)
  const one = (id: string): HistoryRange => ({
    id,
    spans: [id as SpanId],
    holds: (day) => day.startsWith(id),
  })
  return [
    { id: 'all', spans: [...years.map((year) => year as SpanId), BEFORE], holds: () => true },
    { id: 'week', spans: week as (DayId & SpanId)[], holds: (day) => week.includes(day) },
    ...years.map(one),
    ...months.map(one),
  ]
}
