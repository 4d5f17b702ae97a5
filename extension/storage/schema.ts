import type { DBSchema, IDBPDatabase } from 'idb'
import type { HistoryRow } from '../../src/ports/history-change.ts'

/**
 * The extension's own IndexedDB. Content scripts cannot reach it, in either browser; `storage.local`
 * they can read in Firefox, so the token and the books are here.
 */
export interface TributarySchema extends DBSchema {
  /** Key: [book, number of the entry]. */
  journal: { key: [string, number]; value: unknown }
  /** What compaction made of a book's first entries. Key: book. */
  bases: { key: string; value: unknown }
  /** The newest writer. Key: book. */
  writers: { key: string; value: number }
  /** Key: 'settings'. */
  settings: { key: string; value: unknown }
  /** What each site got. Key: [book, day or month or year or 'before', site]. */
  sites: { key: [string, string, string]; value: HistoryRow }
  /** All sites together. Key: [book, day or 'before']. */
  days: { key: [string, string]; value: HistoryRow }
  /** Only where the user wants pages kept. Key: [book, site, day, path]. */
  pages: { key: [string, string, string, string]; value: HistoryRow }
}

export type TributaryDatabase = IDBPDatabase<TributarySchema>
