import { addRows, NO_HISTORY } from '../../src/history/row.ts'
import { BEFORE } from '../../src/history/span.ts'
import type { HistoryRow } from '../../src/ports/history-change.ts'
import { below, withKeys } from './history-rows.ts'
import type { TributaryDatabase } from './schema.ts'

/** Years, and what is from before days were kept: together everything, in the fewest rows. */
const isCoarsest = (span: string): boolean => span === BEFORE || span.length === 'YYYY'.length

/** What each site got of all times, out of one transaction. */
export const readYears = async (
  database: TributaryDatabase,
  book: string,
): Promise<ReadonlyMap<string, HistoryRow>> => {
  const { store } = database.transaction('sites')
  const sums = new Map<string, HistoryRow>()
  // From one span to the next, past the months and days of a year.
  let cursor = await store.openKeyCursor(below(book))
  while (cursor !== null) {
    const [, span] = cursor.key
    if (isCoarsest(span)) {
      const range = below(book, span)
      for (const [[, , site], row] of await withKeys(store.getAllKeys(range), store.getAll(range)))
        sums.set(site, addRows(sums.get(site) ?? NO_HISTORY, row))
    }
    cursor = await cursor.continue([book, `${span}~`, ''])
  }
  return sums
}
