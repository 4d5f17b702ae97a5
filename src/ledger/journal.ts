import { createSiteSums, type SiteSums } from '../history/site-sums.ts'
import type { HistoryChange } from '../ports/history-change.ts'
import { WriterReplaced, type JournalStore } from '../ports/journal-store.ts'
import type { MirrorStore } from '../ports/mirror-store.ts'
import { sealBase } from './base.ts'
import type { Book } from './book.ts'
import { changeOf } from './change-of.ts'
import type { Entry } from './entry.ts'
import { applyEntry, BrokenInvariant } from './fold.ts'
import { mirrorFromJson, mirrorToJson } from './mirror.ts'
import { readEntries } from './read-entries.ts'
import { seal } from './sealed-entry.ts'

/** The journal cannot be trusted or written any more: nothing may leave. */
export class JournalDamaged extends Error {}

/** Replaced: another copy of the wallet has opened the same book, and writes it from now on. */
type JournalState = 'sound' | 'damaged' | 'replaced'

/**
 * The one place that writes a book. An entry counts from the moment of `write`, so that two writers in
 * the same turn see each other; it is safe to act on once the promise resolves. Entries of one turn go to the
 * disk together or not at all, with what they change of the history, and those that come while others are on their
 * way share the next transaction.
 */
export interface Journal {
  readonly name: string
  readonly book: Book
  readonly state: JournalState
  /** Something that was written is not on the disk yet: what is read from there lags behind the book. */
  readonly storing: boolean
  /** `page`: path of the page that is paid, for the history alone; null where that is not kept. */
  write(entry: Entry, page?: string | null): Promise<void>
  /** Resolves when what was written before is on the disk, or never will be. */
  settled(): Promise<void>
  /** What each site got of all times, from the history; in line with every write until `stop`. `onRead`: it is there. */
  followSites(onRead: () => void): { readonly sums: SiteSums; stop(): void }
}

interface Waiting {
  readonly stored: unknown
  readonly change: HistoryChange | null
  readonly resolve: () => void
  readonly reject: (why: unknown) => void
}

export interface JournalOptions {
  /** The journal cannot be written any more: it is damaged, or another writer has taken over. */
  readonly onStopped: () => void
  /** Nothing waits for the disk any more. */
  readonly onStored?: () => void
  /** Entries on the disk that are compacted. */
  readonly compactAfter?: number
}

/** More than a hundred packets: a start reads them within some milliseconds (`npm run bench:journal`). */
const COMPACT_AFTER = 256

/**
 * Becomes the book's only writer, and reads it from the store. Rejects with JournalDamaged where that cannot
 * be done whole, and where the mirror remembers entries that are gone: browsers were seen to delete a
 * database after a crash.
 */
export const openJournal = async (
  store: JournalStore,
  mirrors: MirrorStore,
  name: string,
  { onStopped, onStored, compactAfter = COMPACT_AFTER }: JournalOptions,
): Promise<Journal> => {
  const open = async () => {
    const writer = await store.claim(name)
    const [stored, mirrored] = await Promise.all([store.read(name), mirrors.load(name)])
    const { book, chain, broken } = readEntries(stored)
    if (broken) throw broken
    const mirror = mirrorFromJson(mirrored)
    if (mirror && mirror.length > book.length) throw new BrokenInvariant('entries were lost')
    // A wallet that was stopped before it compacted what it was to forget does so now.
    const due = stored.entries.some((entry) => (entry as { kind?: unknown }).kind === 'forget')
    return { writer, book, chain, uncompacted: due ? compactAfter : stored.entries.length }
  }
  const { writer, book, ...start } = await open().catch((cause: unknown) => {
    throw new JournalDamaged('the journal cannot be read', { cause })
  })

  let { chain, uncompacted } = start
  let state: JournalState = 'sound'
  let waiting: Waiting[] = []
  let newest: Promise<void> = Promise.resolve()
  let stored = book.length
  let storing = false
  let mirroredSums: string | null = null
  const followers = new Set<SiteSums>()

  const stop = (why: unknown): void => {
    if (state !== 'sound') return
    state = why instanceof WriterReplaced ? 'replaced' : 'damaged'
    onStopped()
  }
  /** Rejects where the disk does not take it; then nothing of the batch counts. */
  const storeBatch = async (batch: readonly Waiting[]): Promise<void> => {
    if (state !== 'sound') throw new JournalDamaged()
    // Both of this moment: what is written meanwhile is not on the disk with it.
    const mirrored = mirrorToJson(book)
    const sums = JSON.stringify({ ...mirrored, length: null })
    const length = stored + batch.length
    const changes = batch.flatMap(({ change }) => change ?? [])
    // The names of what is forgotten are still in the entries before it.
    const due =
      uncompacted + batch.length >= compactAfter || changes.some(({ kind }) => kind === 'forget')
    const base = due ? sealBase(book, chain) : null
    const entries = batch.map((item) => item.stored)
    await store.append(name, writer, stored, entries, changes)
    stored = length
    uncompacted += batch.length
    const release = (): void => batch.forEach((item) => item.resolve())
    // Where nothing of what counts has changed, nobody has to wait until it is remembered that there are more entries.
    if (sums === mirroredSums) release()
    await mirrors.save(name, mirrored)
    mirroredSums = sums
    release()
    if (base === null) return
    await store.compact(name, writer, base, length)
    uncompacted = 0
  }
  const storeAll = async (): Promise<void> => {
    storing = true
    // The turn in which the first of them was written ends here.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await storeBatch(batch).catch((why: unknown) => {
        stop(why)
        for (const item of batch) item.reject(why)
      })
    }
    storing = false
    onStored?.()
  }
  return {
    name,
    book,
    get state() {
      return state
    },
    get storing() {
      return storing
    },
    write(entry, page = null) {
      if (state !== 'sound') return Promise.reject(new JournalDamaged())
      const change = changeOf(book, entry, page)
      try {
        applyEntry(book, entry)
      } catch (why) {
        stop(why)
        return Promise.reject(new JournalDamaged('an entry cannot follow', { cause: why }))
      }
      if (change) for (const sums of followers) sums.add(change)
      const sealed = seal(entry, chain)
      chain = sealed.sum
      const written = new Promise<void>((resolve, reject) => {
        waiting.push({ stored: sealed.stored, change, resolve, reject })
      })
      // They settle in their order.
      newest = written.catch(() => {})
      if (!storing) void storeAll()
      return written
    },
    settled: () => newest,
    followSites(onRead) {
      const sums = createSiteSums()
      followers.add(sums)
      // What is on its way to the disk will be in what is read; what waits for it will not.
      for (const { change } of waiting) if (change) sums.add(change)
      store.readSites(name).then(
        (rows) => {
          sums.begin(rows)
          onRead()
        },
        // They stay unread, and views say so; the budget does not go by them.
        () => followers.delete(sums),
      )
      return { sums, stop: () => followers.delete(sums) }
    },
  }
}
