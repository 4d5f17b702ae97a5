import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

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
}

export type TributaryDatabase = IDBPDatabase<TributarySchema>

const NAME = 'tributary'
const VERSION = 2

export const openDatabase = (): Promise<TributaryDatabase> =>
  openDB<TributarySchema>(NAME, VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('journal')
        database.createObjectStore('settings')
      }
      if (from < 2) {
        database.createObjectStore('bases')
        database.createObjectStore('writers')
      }
    },
  })
