import type { RenewalState } from '../budget/renewal.ts'
import type { Asset } from '../money/asset.ts'
import type { Reason } from '../reason/reason.ts'
import type { Habits } from './habits.ts'
import type { SiteShare } from './site-share.ts'

/**
 * What the interface may know, whole, at one moment. Amounts are integers in the asset's smallest unit,
 * written as decimal strings (JSON has no bigint); times are milliseconds since 1970.
 * It never holds the access token.
 */
export interface Snapshot {
  /** The next step of the first run; 'done' once a budget is set. */
  readonly setup: 'connection' | 'budget' | 'done'
  readonly connection: ConnectionSnapshot | null
  readonly developerMode: boolean
  /** The switch `Payments`. */
  readonly payments: boolean
  readonly budget: BudgetSnapshot | null
  /** Units an hour over everything together; null before a connection gave the asset. */
  readonly ratePerHour: string | null
  /** How far an exchange rate may fall before a site is no longer paid; hundredths of a percent. */
  readonly rateTolerance: number
  /**
   * What each site got, most first; all periods of this book. A view that shows a few is told no more. Null: they have
   * yet to be read, or no view shows them.
   */
  readonly sites: readonly SiteSnapshot[] | null
  /** How many sites there are in all; null with `sites`. */
  readonly siteCount: number | null
  /** The history on the disk lags behind this: a view of it reads it again once this is false. */
  readonly unwritten: boolean
  /** How often history was deleted since the background started: what was read of it before is out of date. */
  readonly deletions: number
  /** For so many days it is kept which pages were paid; 0: not at all. */
  readonly pageDays: number
  /** The page that this view speaks of; null where it speaks of none (or the page is out of reach). */
  readonly page: PageSnapshot | null
  /** The last one-time payment to this page; null where there was none. */
  readonly oneTime: OneTimeSnapshot | null
  /** Paused by the user: when that ends. Null: not paused. */
  readonly pausedUntil: number | null
  readonly habits: Habits
  /** A site that takes more of this month than the user said is right. */
  readonly greedy: SiteShare | null
  /** All that are set up, the one in use first. */
  readonly connections: readonly ListedConnectionSnapshot[]
}

export interface ConnectionSnapshot {
  /** Without credentials: `wss://connector.example/btp`. */
  readonly address: string
  readonly username: string
  readonly asset: Asset
  readonly ilpAddress: string
  /** The connection's book; the history is kept by it. */
  readonly book: string
  /** Idle: no page needs it, so no socket is open. */
  readonly state: 'idle' | 'connecting' | 'ready' | 'failed'
  /** Set where state is 'failed'. */
  readonly reason: Reason | null
  /** Over HTTP the browser may send a packet twice by itself, and the book has it once. */
  readonly mayRepeat: boolean
}

export interface ListedConnectionSnapshot {
  /** Its account; commands name it by this. */
  readonly id: string
  /** The user's own, or one made of its address. */
  readonly name: string
  /** Empty where the user gave none. */
  readonly ownName: string
  readonly address: string
  readonly username: string
  readonly ilpAddress: string
  readonly asset: Asset
  readonly inUse: boolean
  /** What counts as spent in this month, on its way and in doubt included; null where no budget is known. */
  readonly month: { readonly counted: string; readonly limit: string } | null
}

export interface BudgetSnapshot {
  readonly asset: Asset
  readonly limit: string
  readonly spent: string
  /** On its way: leaves the budget, not yet known to be paid. */
  readonly reserved: string
  /** Sent, and nobody can say whether it arrived: stays counted. */
  readonly inDoubt: string
  readonly left: string
  /** Calendar month, `2026-11`. */
  readonly period: string
  readonly renewsAt: number
  /** Where not 'none': a new month has begun by this computer's clock, and the clock is not believed yet. */
  readonly renewal: RenewalState
}

export interface SiteSnapshot {
  /** Origin of the top page: `https://blog.example`. */
  readonly origin: string
  readonly sent: string
  readonly inDoubt: string
  /** What receivers proved to have got, by their asset. */
  readonly delivered: readonly DeliveredSnapshot[]
}

export interface DeliveredSnapshot {
  readonly asset: Asset
  readonly amount: string
}

/** What the user decided about a site. */
export interface SiteRuleSnapshot {
  readonly origin: string
  readonly never: boolean
  /** Null: the site is paid out of the rate of all sites. */
  readonly ratePerHour: string | null
  /** In each period; null: none but the budget. */
  readonly monthlyCap: string | null
}

export interface PageSnapshot {
  readonly origin: string
  readonly tags: readonly TagSnapshot[]
  readonly rule: SiteRuleSnapshot
  /** What the site had in the current period; `open`: of it on its way or in doubt, beside what was `sent`. */
  readonly month: { readonly sent: string; readonly open: string }
  /** Another Web Monetization wallet was seen at work there, and may pay as well. */
  readonly otherWallet: boolean
}

export interface OneTimeSnapshot {
  readonly state: 'paying' | 'done'
  /** The receiver's, as the tag names it. */
  readonly host: string
  /** As it was typed; what is sent is never more. */
  readonly amount: string
  readonly sent: string
  /** What the receiver proved to have got; null before it was reached. */
  readonly delivered: DeliveredSnapshot | null
  readonly inDoubt: string
  /**
   * Why it stopped before all was sent. `page-left`: the page went away; `below-one-unit`: it would not have
   * delivered the smallest amount that the receiver counts in.
   */
  readonly reason: Reason | 'page-left' | 'below-one-unit' | null
}

export interface TagSnapshot {
  /** As the page wrote it. */
  readonly address: string
  /** The receiver's host, where the address could be read. */
  readonly host: string | null
  /** The host that answered in its place, where the address was redirected to another (RFC 26 wants both shown). */
  readonly redirectedTo: string | null
  readonly state: 'paying' | 'waiting' | 'stopped'
  /** Null while paying. */
  readonly reason: Reason | null
  /** Since the page was opened. */
  readonly sent: string
  readonly delivered: DeliveredSnapshot | null
  /** Rises by one with every packet that was paid; the interface pulses on it. */
  readonly packets: number
}
