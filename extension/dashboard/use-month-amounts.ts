import { useEffect, useState } from 'preact/hooks'
import type { SpanId } from '../../src/history/span.ts'
import { readSites } from './read-history.ts'
import type { MonthAmounts } from './sort-rules.ts'
import type { History } from './use-history.ts'

const NONE: MonthAmounts = new Map()

/** What each site got in the month that the budget is in; nothing until it is read, which it is whenever the history is. */
export const useMonthAmounts = (
  history: History | 'failed' | null,
  book: string | null,
  period: string | null,
): MonthAmounts => {
  const [amounts, setAmounts] = useState(NONE)
  useEffect(() => {
    if (history === null || history === 'failed' || book === null || period === null) return
    let current = true
    readSites(history.database, book, [period as SpanId])
      .then((lines) => {
        if (current) setAmounts(new Map(lines.map(({ site, row }) => [site, row.posted])))
      })
      .catch(() => {})
    return () => {
      current = false
    }
  }, [history, book, period])
  return amounts
}
