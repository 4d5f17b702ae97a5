import type { SiteRows } from '../history/site-sums.ts'
import type { Journal } from '../ledger/journal.ts'

/** The list of sites of the book in use, which is in memory as long as a view shows it. */
export interface WatchedSites {
  /** Null: nobody watches, or they have yet to be read. */
  readonly rows: SiteRows | null
  /** Another book is in use from now on, or none. */
  use(journal: Journal | null): void
  /** A view shows sites, until it calls what it gets. */
  watch(): () => void
}

/** `onRead`: there are rows now. */
export const createWatchedSites = (onRead: () => void): WatchedSites => {
  let journal: Journal | null = null
  let views = 0
  let following: ReturnType<Journal['followSites']> | null = null

  const follow = (): void => {
    following?.stop()
    following = views > 0 ? (journal?.followSites(onRead) ?? null) : null
  }
  return {
    get rows() {
      return following?.sums.rows ?? null
    },
    use(next) {
      if (next === journal) return
      journal = next
      follow()
    },
    watch() {
      views += 1
      if (views === 1) follow()
      let watching = true
      return () => {
        if (!watching) return
        watching = false
        views -= 1
        if (views === 0) follow()
      }
    },
  }
}
