import { openDatabase } from '../storage/database.ts'
import { below } from '../storage/history-rows.ts'
import type { Stored } from './facts.ts'

/** Of one book; null where it cannot be read. It only counts, and closes the database again. */
export const countStored = async (book: string): Promise<Stored | null> => {
  try {
    const database = await openDatabase()
    try {
      const [days, entries] = await Promise.all([
        database.count('days', below(book)),
        database.count('journal', below(book)),
      ])
      return { days, entries }
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}
