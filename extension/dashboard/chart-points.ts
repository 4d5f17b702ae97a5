import { addRows, NO_HISTORY } from '../../src/history/row.ts'
import { BEFORE, dayOf } from '../../src/history/span.ts'
import type { EpochMs } from '../../src/ports/clock.ts'
import type { DayLine } from '../../src/history/deltas.ts'
import type { DayId, HistoryRow } from '../../src/ports/history-change.ts'

export type Grain = 'day' | 'week' | 'month'

export interface ChartPoint {
  /** The first day of it. */
  readonly from: DayId
  readonly row: HistoryRow
}

const noonOf = (day: string): Date => new Date(`${day}T12:00:00`)

const startOf = (day: DayId, grain: Grain): DayId => {
  if (grain === 'day') return day
  if (grain === 'month') return `${day.slice(0, 7)}-01` as DayId
  const noon = noonOf(day)
  // Weeks begin on Monday (ISO 8601).
  noon.setDate(noon.getDate() - ((noon.getDay() + 6) % 7))
  return dayOf(noon.getTime() as EpochMs)
}

const after = (from: DayId, grain: Grain): DayId => {
  const noon = noonOf(from)
  if (grain === 'month') noon.setMonth(noon.getMonth() + 1)
  else noon.setDate(noon.getDate() + (grain === 'week' ? 7 : 1))
  return dayOf(noon.getTime() as EpochMs)
}

/** More would not be told apart. */
const MOST_POINTS = 1_500

/** From the first day to the last one, those on which nothing was paid included. */
export const chartPoints = (days: readonly DayLine[], grain: Grain): readonly ChartPoint[] => {
  const sums = new Map<DayId, HistoryRow>()
  for (const { day, row } of days) {
    if (day === BEFORE) continue
    const from = startOf(day, grain)
    sums.set(from, addRows(sums.get(from) ?? NO_HISTORY, row))
  }
  const starts = [...sums.keys()].sort()
  const last = starts.at(-1)
  const points: ChartPoint[] = []
  for (
    let from = starts[0];
    from !== undefined && last !== undefined && from <= last && points.length < MOST_POINTS;
    from = after(from, grain)
  )
    points.push({ from, row: sums.get(from) ?? NO_HISTORY })
  return points
}
