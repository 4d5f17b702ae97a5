import type { StoreNames } from 'idb'
import { WriterReplaced, type JournalStore } from '../../src/ports/journal-store.ts'
import { applyChanges, HISTORY_STORES } from './history-rows.ts'
import { readYears } from './read-years.ts'
import type { TributaryDatabase, TributarySchema } from './schema.ts'

// Strict: what was promised is kept even if the machine loses power right after it.
const STRICT = { durability: 'strict' } as const

const entriesOf = (book: string, end = Infinity): IDBKeyRange =>
  IDBKeyRange.bound([book, 0], [book, end], false, true)

export const createJournalStore = (database: TributaryDatabase): JournalStore => {
  const write = (stores: readonly StoreNames<TributarySchema>[]) =>
    database.transaction([...stores], 'readwrite', STRICT)

  return {
    async claim(book) {
      // Not strict: it holds against writers that are alive, and none of them outlives a loss of power.
      const transaction = database.transaction('writers', 'readwrite')
      const writers = transaction.objectStore('writers')
      const writer = ((await writers.get(book)) ?? 0) + 1
      await Promise.all([writers.put(writer, book), transaction.done])
      return writer
    },
    async read(book) {
      const transaction = database.transaction(['journal', 'bases'])
      const [base, entries] = await Promise.all([
        transaction.objectStore('bases').get(book),
        transaction.objectStore('journal').getAll(entriesOf(book)),
      ])
      return { base, entries }
    },
    async append(book, writer, first, entries, changes) {
      const transaction = write([
        'journal',
        'writers',
        ...(changes.length > 0 ? HISTORY_STORES : []),
      ])
      if ((await transaction.objectStore('writers').get(book)) !== writer)
        throw new WriterReplaced()
      const journal = transaction.objectStore('journal')
      // `add`, not `put`: a number that is taken is a mistake, never to be written over.
      const added = entries.map((entry, index) => journal.add(entry, [book, first + index]))
      const history = changes.length > 0 ? applyChanges(transaction, book, changes) : null
      await Promise.all([...added, history, transaction.done])
    },
    readSites: (book) => readYears(database, book),
    async compact(book, writer, base, length) {
      const transaction = write(['journal', 'bases', 'writers'])
      if ((await transaction.objectStore('writers').get(book)) !== writer)
        throw new WriterReplaced()
      await Promise.all([
        transaction.objectStore('bases').put(base, book),
        transaction.objectStore('journal').delete(entriesOf(book, length)),
        transaction.done,
      ])
    },
    async forgetPages(until) {
      const keys = await database.getAllKeys('pages')
      const old = keys.filter(([, , day]) => until === null || day <= until)
      // At every start, where as a rule there is nothing: then nothing is written.
      if (old.length === 0) return
      const transaction = write(['pages'])
      const pages = transaction.objectStore('pages')
      await Promise.all([...old.map((key) => pages.delete(key)), transaction.done])
    },
  }
}
