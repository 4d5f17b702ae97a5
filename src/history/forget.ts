import type { DayId, HistoryChange } from '../ports/history-change.ts'
import { deltasOf, type Deltas, type HistoryLine } from './deltas.ts'
import { NAMELESS } from './nameless.ts'
import { BEFORE, isFinest } from './span.ts'

type Forget = Omit<Extract<HistoryChange, { kind: 'forget' }>, 'kind'>

/** Where an amount belongs once this is forgotten: it stays counted, without a name. */
export const forgotten = (
  { site, keep }: Forget,
  of: { readonly site: string; readonly day: DayId },
): { readonly site: string; readonly day: DayId } => {
  if (site !== NAMELESS) return { ...of, site: of.site === site ? NAMELESS : of.site }
  return { site: NAMELESS, day: of.day.startsWith(keep) ? of.day : BEFORE }
}

/** The whole history anew, from the whole history as it was. It has no pages: those are deleted. */
export const forgetIn = (lines: readonly HistoryLine[], what: Forget): Deltas =>
  deltasOf(
    lines.flatMap(({ span, site, row }) =>
      isFinest(span) ? [{ ...forgotten(what, { site, day: span }), page: null, row }] : [],
    ),
  )
