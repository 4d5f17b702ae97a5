import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as sqlite from 'node-sqlite3-wasm'
import { lockFolder } from './lock-folder.ts'
import { migrate } from './migrate.ts'
import { SCHEMA } from './schema.ts'

/** What it exports is nothing that Node's ES modules see. */
const { Database } = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof sqlite

export interface OpenDatabase {
  readonly db: sqlite.Database
  /** Afterwards another process may open the folder. */
  readonly close: () => void
}

const FILE = 'localnet.sqlite'

/**
 * A write-ahead log that is synced at every commit: what a transaction wrote survives a killed process and a power cut.
 * The log needs shared memory, which this build of SQLite has not, unless one process has the file for itself.
 */
const PRAGMAS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
`

const openFile = (folder: string): OpenDatabase => {
  mkdirSync(folder, { recursive: true })
  const unlock = lockFolder(folder)
  const file = join(folder, FILE)
  let db: sqlite.Database | undefined
  try {
    // SQLite's own lock is a folder here, which outlives a killed process; ours does not.
    rmSync(`${file}.lock`, { recursive: true, force: true })
    db = new Database(file)
    db.exec(PRAGMAS)
    migrate(db, SCHEMA)
    const opened = db
    const close = () => {
      opened.close()
      unlock()
    }
    return { db, close }
  } catch (cause) {
    db?.close()
    unlock()
    throw new Error(`The data in ${folder} cannot be used: ${(cause as Error).message}`, { cause })
  }
}

/** Opens the folder's data, made if there is none yet; without a folder, data that lives as long as the process. */
export const openDatabase = (folder?: string): OpenDatabase => {
  if (folder !== undefined) return openFile(folder)
  const db = new Database(':memory:')
  migrate(db, SCHEMA)
  return { db, close: () => db.close() }
}

/** All of it, or, where it throws, nothing. */
export const transaction = <T>(db: sqlite.Database, work: () => T): T => {
  db.exec('BEGIN')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}
