import { FORGOTTEN, NO_SITE, totalsNow, type Book } from '../ledger/book.ts'

/** A site that takes more of the month than the user thinks right. */
export interface SiteShare {
  readonly origin: string
  /** Of what was spent this month, rounded down. */
  readonly percent: number
}

/** Of the budget, in percent: before that much is spent, the first page read has all of it. */
const TOO_EARLY = 10n

/** The site that takes more than `share` percent of what was spent this month; null: none, or it is too early to say. */
export const greedySite = (
  book: Pick<Book, 'limit' | 'period' | 'totals' | 'sitesNow'>,
  share: number,
): SiteShare | null => {
  const { posted } = totalsNow(book)
  if (posted * 100n <= (book.limit ?? 0n) * TOO_EARLY) return null
  let greedy: SiteShare | null = null
  for (const [origin, site] of book.sitesNow) {
    const percent = Number((site.posted * 100n) / posted)
    const more = site.posted * 100n > posted * BigInt(share)
    const named = origin !== NO_SITE && origin !== FORGOTTEN
    if (more && named && percent > (greedy?.percent ?? 0)) greedy = { origin, percent }
  }
  return greedy
}
