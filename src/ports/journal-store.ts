/**
 * Where a book's entries are kept. Entries are JSON values, numbered from 0 without gaps.
 * One store serves several books, each named by its connection.
 */
export interface JournalStore {
  /** All entries of the book in their order. Rejects where they cannot be read. */
  load(book: string): Promise<readonly unknown[]>
  /**
   * Resolves once the entries are on disk, all of them or none. Rejects where they are not, and where
   * number `first` is taken already: then somebody else writes this book.
   */
  append(book: string, first: number, entries: readonly unknown[]): Promise<void>
}
