import { createSiteSums } from '../../history/site-sums.ts'
import { WriterReplaced, type JournalStore } from '../../ports/journal-store.ts'

/** One book in memory, with the promises of a real store. */
export interface MemoryJournalStore extends JournalStore {
  /** Those that compaction left. */
  readonly entries: unknown[]
  base: unknown
}

export const createMemoryJournalStore = (): MemoryJournalStore => {
  const entries: unknown[] = []
  let newest = 0
  let first = 0
  const sites = createSiteSums()
  sites.begin(new Map())
  const checkWriter = (writer: number): void => {
    if (writer !== newest) throw new WriterReplaced()
  }
  const store: MemoryJournalStore = {
    entries,
    base: undefined,
    claim: () => Promise.resolve(++newest),
    read: () => Promise.resolve({ base: store.base, entries: [...entries] }),
    // Rejects where a store would: async makes a throw one.
    // eslint-disable-next-line @typescript-eslint/require-await
    append: async (_book, writer, number, added, changes) => {
      checkWriter(writer)
      if (number !== first + entries.length) throw new Error('the number is taken')
      entries.push(...added)
      for (const change of changes) sites.add(change)
    },
    // eslint-disable-next-line @typescript-eslint/require-await
    compact: async (_book, writer, base, length) => {
      checkWriter(writer)
      store.base = base
      entries.splice(0, length - first)
      first = length
    },
    readSites: () => Promise.resolve(new Map(sites.rows)),
    forgetPages: () => Promise.resolve(),
  }
  return store
}
