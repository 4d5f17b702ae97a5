import { useEffect, useRef, useState } from 'preact/hooks'
import type { DayLine, HistoryLine } from '../../src/history/deltas.ts'
import type { EpochMs } from '../../src/ports/clock.ts'
import { openDatabase } from '../storage/database.ts'
import type { TributaryDatabase } from '../storage/schema.ts'
import { rangesOf, type HistoryRange } from './history-range.ts'
import { readBooks, readDays, readSites } from './read-history.ts'

export interface History {
  readonly database: TributaryDatabase
  readonly books: readonly string[]
  readonly book: string
  readonly days: readonly DayLine[]
  readonly ranges: readonly HistoryRange[]
  readonly range: HistoryRange
  readonly lines: readonly HistoryLine[]
}

/** While a page is paid, its rows change every second: they are read again no oftener than so. */
const PAUSE_MS = 500

interface Reading {
  readonly key: string
  readonly at: number
  readonly books: readonly string[]
  readonly book: string
  readonly days: readonly DayLine[]
  /** What was read of the sites already, by range. */
  readonly lines: Map<string, readonly HistoryLine[]>
}

const readBook = async (
  database: TributaryDatabase,
  key: string,
  wanted: string | null,
): Promise<Reading | null> => {
  const books = await readBooks(database)
  const book = wanted ?? books[0]
  if (book === undefined) return null
  const days = await readDays(database, book)
  return { key, at: performance.now(), books, book, days, lines: new Map() }
}

/** `news`: changes whenever there is something new to read. Null: not read yet. */
export const useHistory = (
  wanted: string | null,
  rangeId: string,
  news: string,
): History | 'failed' | null => {
  const [history, setHistory] = useState<History | 'failed' | null>(null)
  const database = useRef<Promise<TributaryDatabase> | null>(null)
  const reading = useRef<Reading | null>(null)

  useEffect(() => {
    let current = true
    const key = `${wanted} ${news}`
    const read = async () => {
      const opened = await (database.current ??= openDatabase())
      const known = reading.current
      const now = known?.key === key ? known : await readBook(opened, key, wanted)
      reading.current = now
      if (!now) return
      const { books, book, days } = now
      const ranges = rangesOf(
        days.map(({ day }) => day),
        Date.now() as EpochMs,
      )
      const range = ranges.find(({ id }) => id === rangeId) ?? ranges[0]
      if (!range) return
      const lines = now.lines.get(range.id) ?? (await readSites(opened, book, range.spans))
      now.lines.set(range.id, lines)
      if (current) setHistory({ database: opened, books, book, days, ranges, range, lines })
    }
    const begin = () => {
      read().catch(() => {
        database.current = null
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
  }, [wanted, rangeId, news])

  return history
}
