/**
 * A second, smaller place that remembers each book's totals, kept by other means than the journal. It can
 * only raise what counts as spent.
 */
export interface MirrorStore {
  load(book: string): Promise<unknown>
  /** Resolves once a crash of the browser no longer loses it. */
  save(book: string, mirror: unknown): Promise<void>
}
