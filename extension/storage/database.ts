import { openDB } from 'idb'
import { buildHistory } from './build-history.ts'
import type { TributaryDatabase, TributarySchema } from './schema.ts'

const NAME = 'tributary'
/**
 * Raised with every change of what is kept that an older version would read wrongly or not at all: of entries, bases,
 * settings and rows, not only of stores. An older version is then not let in by the browser itself (`VersionError`),
 * says so, and leaves everything as it is.
 */
const VERSION = 4

export const openDatabase = (): Promise<TributaryDatabase> =>
  openDB<TributarySchema>(NAME, VERSION, {
    upgrade(database, from, _to, transaction) {
      if (from < 1) {
        database.createObjectStore('journal')
        database.createObjectStore('settings')
      }
      if (from < 2) {
        database.createObjectStore('bases')
        database.createObjectStore('writers')
      }
      if (from < 3) {
        database.createObjectStore('sites')
        database.createObjectStore('days')
        database.createObjectStore('pages')
        // Whole or not at all: then the old version's database stays as it was.
        buildHistory(transaction).catch(() => transaction.abort())
      }
    },
    // A page of ours that is left open does not hold up the next version.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  })
