import type { EpochMs } from '../ports/clock.ts'
import type { DayId } from '../ports/history-change.ts'

/** What is summed up together: a day, its month `2026-11`, its year `2026`; or `before`. */
export type SpanId = string & { readonly spanId: unique symbol }

/** Sorts after every day. */
export const BEFORE = 'before' as DayId & SpanId

/** The day of a moment, in the user's own time zone. */
export const dayOf = (at: EpochMs): DayId => {
  const date = new Date(at)
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as DayId
}

/** The spans that a day belongs to: so no question, however long its range, reads every day. */
export const spansOf = (day: DayId): readonly SpanId[] =>
  day === BEFORE ? [BEFORE] : [day, day.slice(0, 7), day.slice(0, 4)].map((span) => span as SpanId)

/** A day, or `before`: every amount is in exactly one of these. */
export const isFinest = (span: SpanId): span is SpanId & DayId =>
  span === BEFORE || span.length === 'YYYY-MM-DD'.length
