import type { Database } from 'node-sqlite3-wasm'

const NAME = 'port base'

/** The ports that go with the data: payment pointers are known to others by them. Null: none yet. */
export const keptPortBase = (db: Database): number | null => {
  const row = db.get('SELECT value FROM facts WHERE name = ?', NAME)
  return row ? Number(row['value']) : null
}

export const keepPortBase = (db: Database, base: number): void => {
  db.run('INSERT OR REPLACE INTO facts VALUES (?, ?)', [NAME, base])
}
