import type { DayId, HistoryChange, HistoryRow } from './history-change.ts'

/** A book as it lies on the disk. */
export interface StoredBook {
  /** What compaction made of the entries before `entries`; undefined where all of them are still there. */
  readonly base: unknown
  /** JSON values, in their order. */
  readonly entries: readonly unknown[]
}

/** Somebody else has claimed the book meanwhile. */
export class WriterReplaced extends Error {}

/**
 * Where a book's entries are kept, numbered from 0 without gaps. One store serves several books, each named
 * by its connection. A write is on disk, all of it or nothing, once its promise resolves; it rejects with
 * WriterReplaced where `writer` is not the newest, and otherwise where the disk would not take it.
 */
export interface JournalStore {
  /** Makes the caller the book's only writer; resolves with what proves it. Older writers' writes reject. */
  claim(book: string): Promise<number>
  /** Rejects where the book cannot be read. */
  read(book: string): Promise<StoredBook>
  /** Rejects where number `first` is taken already, too. `changes` become part of the book's history with it. */
  append(
    book: string,
    writer: number,
    first: number,
    entries: readonly unknown[],
    changes: readonly HistoryChange[],
  ): Promise<void>
  /**
   * What each site got, of all times: what `append` was called with before is in it, once that is done, and nothing
   * of what comes later.
   */
  readSites(book: string): Promise<ReadonlyMap<string, HistoryRow>>
  /** Puts `base` in the place of the entries before number `length`. */
  compact(book: string, writer: number, base: unknown, length: number): Promise<void>
  /** Deletes which pages were paid, in all books: up to that day, or all of it. */
  forgetPages(until: DayId | null): Promise<void>
}
