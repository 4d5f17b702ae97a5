import type { BookPorts } from './open-book.ts'
import { bookName, type Connection } from './settings.ts'

/**
 * The connection's book as it lies on the disk, and what its mirror says, as JSON: for whoever has to find
 * out later what a damaged book still knows. `base` and `entries` as JournalStore has them; null where
 * they cannot be read. It holds no secret.
 */
export const exportBook = async (
  { journals, mirrors, clock }: BookPorts,
  connection: Connection,
): Promise<string> => {
  const book = bookName(connection)
  const stored = await journals.read(book).catch(() => null)
  const mirror = await mirrors.load(book).catch(() => null)
  const { base = null, entries = null } = stored ?? {}
  const exportedAt = new Date(clock.wall()).toISOString()
  const file = { format: 'tributary-book', version: 1, exportedAt, book, mirror, base, entries }
  return JSON.stringify(file, null, 1)
}
