import { WriterReplaced, type JournalStore } from '../../src/ports/journal-store.ts'
import type { MirrorStore } from '../../src/ports/mirror-store.ts'
import type { SettingsStore } from '../../src/ports/settings-store.ts'
import type { Chance } from './chance.ts'

/** One start of the wallet, until it is killed. What it set going has no effect after that. */
export interface Life {
  alive: boolean
  /** An event that reaches the wallet; right before it, the wallet may die, and then `call` is not called. */
  reach(call: () => void): void
}

/** A book on the disk, and beside it every entry that ever was there: what the checker reads. */
interface SimBook {
  readonly all: unknown[]
  entries: unknown[]
  base: unknown
  writer: number
  /** All sites and days together. */
  history: { posted: bigint; inDoubt: bigint }
}

/** What survives: the books, and the settings. Transactions are whole or not there. */
export interface SimDisk {
  readonly books: ReadonlyMap<string, SimBook>
  journals(life: Life): JournalStore
  mirrors(life: Life): MirrorStore
  settings(life: Life): SettingsStore
}

export interface DiskFaults {
  readonly slow: () => boolean
  readonly fails: () => boolean
}

export const createSimDisk = (chance: Chance, faults: DiskFaults): SimDisk => {
  const books = new Map<string, SimBook>()
  const mirrors = new Map<string, unknown>()
  let settings: unknown
  const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

  /** Done after a while; if the wallet dies meanwhile, done or not done, and nobody is told. */
  const commit = (life: Life, write: () => unknown): Promise<void> =>
    new Promise((resolve, reject) => {
      const fails = faults.fails()
      const ms = faults.slow() ? chance.between(500, 5000) : chance.between(0, 3)
      const survives = chance.happens(0.5)
      setTimeout(() => {
        // Killed before the disk was done: it may or may not have got that far.
        if (!life.alive && !survives) return
        try {
          if (!fails) write()
          life.reach(() => (fails ? reject(new Error('the disk is full')) : resolve()))
        } catch (why) {
          life.reach(() => reject(why instanceof Error ? why : new Error(String(why))))
        }
      }, ms)
    })
  const bookOf = (name: string): SimBook => {
    const book = books.get(name) ?? {
      all: [],
      entries: [],
      base: undefined,
      writer: 0,
      history: { posted: 0n, inDoubt: 0n },
    }
    books.set(name, book)
    return book
  }
  return {
    books,
    journals: (life) => ({
      async claim(name) {
        let writer = 0
        await commit(life, () => (writer = bookOf(name).writer += 1))
        return writer
      },
      read(book) {
        const { base, entries } = bookOf(book)
        return Promise.resolve({
          base: base === undefined ? undefined : copy(base),
          entries: copy(entries) as unknown[],
        })
      },
      append: (name, writer, first, added, changes) =>
        commit(life, () => {
          const book = bookOf(name)
          if (book.writer !== writer) throw new WriterReplaced()
          if (book.all.length !== first) throw new Error('the number is taken')
          const stored = copy(added) as unknown[]
          book.all.push(...stored)
          book.entries.push(...stored)
          for (const change of changes) {
            if (change.kind !== 'add') continue
            book.history.posted += change.row.posted
            book.history.inDoubt += change.row.inDoubt
          }
        }),
      compact: (name, writer, base, length) =>
        commit(life, () => {
          const book = bookOf(name)
          if (book.writer !== writer) throw new WriterReplaced()
          book.base = copy(base)
          book.entries = book.all.slice(length)
        }),
      // No view is open in any history.
      readSites: () => Promise.resolve(new Map()),
      forgetPages: () => Promise.resolve(),
    }),
    mirrors: (life) => ({
      load: (book) => Promise.resolve(copy(mirrors.get(book))),
      save: (book, mirror) => commit(life, () => mirrors.set(book, copy(mirror))),
    }),
    settings: (life) => ({
      load: () => Promise.resolve(copy(settings)),
      save: (value) => commit(life, () => (settings = copy(value))),
    }),
  }
}
