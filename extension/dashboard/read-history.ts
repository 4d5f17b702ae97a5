import {
  sumLines,
  type DayLine,
  type HistoryLine,
  type PageLine,
} from '../../src/history/deltas.ts'
import { isFinest, type SpanId } from '../../src/history/span.ts'
import type { DayId } from '../../src/ports/history-change.ts'
import { below, withKeys } from '../storage/history-rows.ts'
import type { TributaryDatabase } from '../storage/schema.ts'

/*
 * The page reads the rows itself, as it is of the same origin: through a port every row would be copied twice, and
 * the background would have to be awake. It never writes.
 */

/** All books of this browser, those without a history included. */
export const readBooks = async (database: TributaryDatabase): Promise<readonly string[]> =>
  (await database.getAllKeys('writers')).map(String)

/** A row for each day on which something was paid. */
export const readDays = async (database: TributaryDatabase, book: string): Promise<DayLine[]> => {
  const { store } = database.transaction('days')
  const rows = await withKeys(store.getAllKeys(below(book)), store.getAll(below(book)))
  return rows.map(([[, day], row]) => ({ day: day as DayId, row }))
}

/** What each site got in a span. */
export const readSpan = async (
  database: TributaryDatabase,
  book: string,
  span: SpanId,
): Promise<HistoryLine[]> => {
  const { store } = database.transaction('sites')
  const range = below(book, span)
  const rows = await withKeys(store.getAllKeys(range), store.getAll(range))
  return rows.map(([[, , site], row]) => ({ span, site, row }))
}

/** The same of these sites alone. */
export const readSites = async (
  database: TributaryDatabase,
  book: string,
  span: SpanId,
  sites: readonly string[],
): Promise<HistoryLine[]> => {
  const { store } = database.transaction('sites')
  const rows = await Promise.all(sites.map((site) => store.get([book, span, site])))
  return rows.flatMap((row, index) => (row ? { span, site: sites[index] ?? '', row } : []))
}

/** Of one site, by page; only where pages were kept. */
export const readPages = async (
  database: TributaryDatabase,
  book: string,
  site: string,
  holds: (day: DayId) => boolean,
): Promise<PageLine[]> => {
  const { store } = database.transaction('pages')
  const range = below(book, site)
  const rows = await withKeys(store.getAllKeys(range), store.getAll(range))
  const lines = rows.map(([[, , day, page], row]) => ({ site, day: day as DayId, page, row }))
  return sumLines(
    lines.filter(({ day }) => holds(day)),
    ({ page }) => [page],
  )
}

/** Every site and every day: for a file. */
export const readDailyLines = async (
  database: TributaryDatabase,
  book: string,
  holds: (day: DayId) => boolean,
): Promise<HistoryLine[]> => {
  const { store } = database.transaction('sites')
  const rows = await withKeys(store.getAllKeys(below(book)), store.getAll(below(book)))
  return rows.flatMap(([[, text, site], row]) => {
    const span = text as SpanId
    return isFinest(span) && holds(span) ? [{ span, site, row }] : []
  })
}
