import type { Database } from 'node-sqlite3-wasm'

/**
 * Brings the data to the newest version: step number N leads from version N to N + 1, and version 0 is an empty file.
 * Each step is a transaction of its own together with the number, so that one that fails leaves what was there before.
 * Data of a newer version than ours is refused and not touched.
 */
export const migrate = (db: Database, steps: readonly string[]): void => {
  const found = Number(db.get('PRAGMA user_version')?.['user_version'])
  if (found > steps.length) {
    throw new Error(
      `it was written by a newer localnet (version ${found}; this one knows up to ${steps.length})`,
    )
  }
  for (const [version, step] of steps.entries()) {
    if (version < found) continue
    try {
      db.exec(`BEGIN; ${step}; PRAGMA user_version = ${version + 1}; COMMIT`)
    } catch (cause) {
      if (db.inTransaction) db.exec('ROLLBACK')
      const words = `it could not be brought from version ${version} to ${version + 1}`
      throw new Error(`${words}: ${(cause as Error).message}`, { cause })
    }
  }
}
