import { useEffect, useMemo, useState } from 'preact/hooks'
import type { HistoryLine } from '../../src/history/deltas.ts'
import type { SpanId } from '../../src/history/span.ts'
import { readSpan } from './read-history.ts'
import type { MonthAmounts } from './sort-rules.ts'
import type { History } from './use-history.ts'

const NONE: readonly HistoryLine[] = []

/** What each site got in the month that the budget is in; nothing until it is read, which it is whenever the history is. */
export const useMonthAmounts = (
  history: History | 'failed' | null,
  book: string | null,
  period: string | null,
): MonthAmounts => {
  const [lines, setLines] = useState(NONE)
  useEffect(() => {
    if (history === null || history === 'failed' || book === null || period === null) return
    let current = true
    const span = period as SpanId
    const { database, sitesIn } = history
    const read = history.book === book ? sitesIn([span]) : readSpan(database, book, span)
    read
      .then((found) => {
        if (current) setLines(found)
      })
      .catch(() => {})
    return () => {
      current = false
    }
  }, [history, book, period])
  return useMemo(() => new Map(lines.map(({ site, row }) => [site, row.posted])), [lines])
}
