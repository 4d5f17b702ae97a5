import { NAMELESS } from '../history/nameless.ts'
import type { Book, SiteTotals } from '../ledger/book.ts'

type Site = readonly [origin: string, totals: SiteTotals]

/** The sites with a name that got most, this many of them; those that got the same in the book's own order. */
export const mostPaid = (book: Pick<Book, 'sites'>, count: number): readonly Site[] => {
  const named = [...book.sites].filter(([origin]) => origin !== NAMELESS)
  if (count >= named.length)
    return named.sort(([, a], [, b]) => (a.posted < b.posted ? 1 : a.posted > b.posted ? -1 : 0))
  // A few of thousands, ten times a second: sorting them all would be felt.
  const top: Site[] = []
  for (const site of named) {
    const less = top.findIndex(([, { posted }]) => posted < site[1].posted)
    if (less < 0 && top.length >= count) continue
    top.splice(less < 0 ? top.length : less, 0, site)
    top.length = Math.min(top.length, count)
  }
  return top
}

export const namedSites = ({ sites }: Pick<Book, 'sites'>): number =>
  sites.size - (sites.has(NAMELESS) ? 1 : 0)
