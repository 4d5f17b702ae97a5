import type { JournalStore } from '../ports/journal-store.ts'
import type { MirrorStore } from '../ports/mirror-store.ts'
import type { Book } from './book.ts'
import type { Entry } from './entry.ts'
import { applyEntry, BrokenInvariant, emptyBook } from './fold.ts'
import { mirrorFromJson, mirrorToJson } from './mirror.ts'
import { seal, unseal } from './sealed-entry.ts'

/** The journal cannot be trusted or written any more: nothing may leave. */
export class JournalDamaged extends Error {}

/**
 * The one place that writes a book. An entry counts from the moment of `write`, so that two writers in
 * the same turn see each other; it is safe to act on once the promise resolves. Entries that come while
 * others are on their way to the disk share the next transaction.
 */
export interface Journal {
  readonly name: string
  readonly book: Book
  readonly damaged: boolean
  write(entry: Entry): Promise<void>
}

interface Waiting {
  readonly stored: unknown
  readonly resolve: () => void
  readonly reject: (why: unknown) => void
}

/**
 * Reads the book from the store. Rejects with JournalDamaged where that cannot be done whole, and where the
 * mirror remembers entries that are gone: browsers were seen to delete a database after a crash.
 */
export const openJournal = async (
  store: JournalStore,
  mirrors: MirrorStore,
  name: string,
  onDamaged: () => void,
): Promise<Journal> => {
  const book = emptyBook()
  let sum = 0
  try {
    for (const value of await store.load(name)) {
      const read = unseal(value, sum)
      if (!read) throw new BrokenInvariant(`entry ${book.length} is not what was written`)
      applyEntry(book, read.entry)
      sum = read.sum
    }
    const mirror = mirrorFromJson(await mirrors.load(name))
    if (mirror && mirror.length > book.length) throw new BrokenInvariant('entries were lost')
  } catch (cause) {
    throw new JournalDamaged('the journal cannot be read', { cause })
  }

  let damaged = false
  let waiting: Waiting[] = []
  let stored = book.length
  let storing = false

  const fail = (): void => {
    if (damaged) return
    damaged = true
    onDamaged()
  }
  const storeAll = async (): Promise<void> => {
    storing = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      // Of this moment: what is written meanwhile is not on the disk with it.
      const mirrored = mirrorToJson(book)
      try {
        if (damaged) throw new JournalDamaged()
        await store.append(
          name,
          stored,
          batch.map((item) => item.stored),
        )
        stored += batch.length
        await mirrors.save(name, mirrored)
        for (const item of batch) item.resolve()
      } catch (why) {
        fail()
        for (const item of batch) item.reject(why)
      }
    }
    storing = false
  }
  return {
    name,
    book,
    get damaged() {
      return damaged
    },
    write(entry) {
      if (damaged) return Promise.reject(new JournalDamaged())
      try {
        applyEntry(book, entry)
      } catch (why) {
        fail()
        return Promise.reject(new JournalDamaged('an entry cannot follow', { cause: why }))
      }
      const sealed = seal(entry, sum)
      sum = sealed.sum
      const written = new Promise<void>((resolve, reject) => {
        waiting.push({ stored: sealed.stored, resolve, reject })
      })
      if (!storing) void storeAll()
      return written
    },
  }
}
