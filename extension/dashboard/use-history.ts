import { useEffect, useRef, useState } from 'preact/hooks'
import type { DayLine, HistoryLine } from '../../src/history/deltas.ts'
import type { EpochMs } from '../../src/ports/clock.ts'
import { openDatabase } from '../storage/database.ts'
import type { TributaryDatabase } from '../storage/schema.ts'
import { rangesOf, type HistoryRange } from './history-range.ts'
import { keepSites, type KeptSites, type SitesIn } from './keep-sites.ts'
import { readBooks, readDays } from './read-history.ts'

export interface History {
  readonly database: TributaryDatabase
  readonly books: readonly string[]
  readonly book: string
  readonly days: readonly DayLine[]
  readonly ranges: readonly HistoryRange[]
  readonly range: HistoryRange
  readonly lines: readonly HistoryLine[]
  /** The lines of the range are still being read: these are those of the one before. */
  readonly reading: boolean
  readonly sitesIn: SitesIn
}

/** While a page is paid, its rows change every second: they are read again no oftener than so. */
const PAUSE_MS = 500

interface Reading {
  readonly key: string
  readonly at: number
  readonly books: readonly string[]
  readonly book: string
  readonly days: readonly DayLine[]
  readonly sitesIn: SitesIn
}

/** Whether it settles only after other events were handled, as what is read from the disk does. */
const isSlow = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    promise.then(() => false),
    new Promise<boolean>((resolve) => setTimeout(resolve, 0, true)),
  ])

/** `news`: changes whenever there is something new to read; `deletions`: whenever something was deleted. Null: not read yet. */
export const useHistory = (
  wanted: string | null,
  rangeId: string,
  news: string,
  deletions: number,
): History | 'failed' | null => {
  const [history, setHistory] = useState<History | 'failed' | null>(null)
  const database = useRef<Promise<TributaryDatabase> | null>(null)
  const reading = useRef<Reading | null>(null)
  const kept = useRef<{ readonly of: string; readonly sites: KeptSites } | null>(null)

  useEffect(() => {
    let current = true
    const key = `${wanted} ${news} ${deletions}`
    const readBook = async (opened: TributaryDatabase): Promise<Reading | null> => {
      const books = await readBooks(opened)
      const book = wanted ?? books[0]
      if (book === undefined) return null
      const days = await readDays(opened, book)
      const of = `${book} ${deletions}`
      if (kept.current?.of !== of) kept.current = { of, sites: keepSites(opened, book) }
      const sitesIn = kept.current.sites.at(days)
      return { key, at: performance.now(), books, book, days, sitesIn }
    }
    const read = async () => {
      const opened = await (database.current ??= openDatabase())
      const known = reading.current
      const read = known?.key === key ? known : await readBook(opened)
      reading.current = read
      if (!read) return
      const { books, book, days, sitesIn } = read
      const ranges = rangesOf(
        days.map(({ day }) => day),
        Date.now() as EpochMs,
      )
      const range = ranges.find(({ id }) => id === rangeId) ?? ranges[0]
      if (!range) return
      const now = { database: opened, books, book, days, ranges, range, sitesIn, reading: false }
      const wantedLines = sitesIn(range.spans)
      // Totals and chart are of days, which are here: they do not wait for the rows of thousands of sites.
      if (known?.key === key && (await isSlow(wantedLines)) && current)
        setHistory((before) => {
          if (before === null || before === 'failed') return before
          return { ...now, lines: before.lines, reading: true }
        })
      const lines = await wantedLines
      if (current) setHistory({ ...now, lines })
    }
    const begin = () => {
      read().catch(() => {
        database.current = null
        kept.current = null
        if (current) setHistory('failed')
      })
    }
    const { at, book, key: before } = reading.current ?? { at: -PAUSE_MS, book: '', key: '' }
    // What somebody asks for is read at once.
    const pause = book === wanted && before !== key ? at + PAUSE_MS - performance.now() : 0
    const timer = pause > 0 ? setTimeout(begin, pause) : void begin()
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [wanted, rangeId, news, deletions])

  return history
}
