import type { HistoryChange, HistoryRow } from '../../ports/history-change.ts'
import { deltasOf, sumLines, type DayLine, type HistoryLine } from '../deltas.ts'
import { forgetIn } from '../forget.ts'
import { addRows, isNothing, NO_HISTORY } from '../row.ts'

export interface HistoryModel {
  lines: readonly HistoryLine[]
  days: readonly DayLine[]
}

export const emptyHistory = (): HistoryModel => ({ lines: [], days: [] })

const kept = <Line extends { readonly row: HistoryRow }>(lines: readonly Line[]): Line[] =>
  lines.filter(({ row }) => !isNothing(row))

/** Without a database, one change after the other; pages are left out. */
export const applyToModel = (model: HistoryModel, change: HistoryChange): void => {
  const adds = change.kind === 'add'
  const { lines, days } = adds ? deltasOf([change]) : forgetIn(model.lines, change)
  const old = adds ? model : emptyHistory()
  model.lines = kept(sumLines([...old.lines, ...lines], ({ span, site }) => [span, site]))
  model.days = kept(sumLines([...old.days, ...days], ({ day }) => [day]))
}

export const sumOf = (lines: readonly { readonly row: HistoryRow }[]): HistoryRow =>
  lines.reduce((sum, { row }) => addRows(sum, row), NO_HISTORY)
