import type { JournalStore } from '../../src/ports/journal-store.ts'
import type { TributaryDatabase } from './database.ts'

const entriesOf = (book: string): IDBKeyRange => IDBKeyRange.bound([book, 0], [book, Infinity])

export const createJournalStore = (database: TributaryDatabase): JournalStore => ({
  load: (book) => database.getAll('journal', entriesOf(book)),
  async append(book, first, entries) {
    // Strict: the promise of `append` is kept even if the machine loses power right after it.
    const transaction = database.transaction('journal', 'readwrite', { durability: 'strict' })
    // `add`, not `put`: a number that is taken means that somebody else writes this book.
    const added = entries.map((entry, index) => transaction.store.add(entry, [book, first + index]))
    await Promise.all([...added, transaction.done])
  },
})
