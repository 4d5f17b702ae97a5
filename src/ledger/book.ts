import type { SourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import type { DayId } from '../ports/history-change.ts'
import type { PacketId, PeriodId } from './entry.ts'

export interface PeriodTotals {
  readonly posted: SourceUnits
  readonly reserved: SourceUnits
  readonly inDoubt: SourceUnits
}

/** A packet that may still change what was spent: open, in doubt, or lately voided. */
export interface OpenPacket {
  readonly id: PacketId
  readonly state: 'reserved' | 'in-doubt' | 'voided'
  readonly period: PeriodId
  readonly amount: SourceUnits
  readonly condition: string
  readonly expiresAt: EpochMs
  readonly site: string
  /** Whose monthly cap it counts in, where its site has been deleted from the history. */
  readonly capSite?: string
  readonly receiver: string
  /** Undefined where it was reserved before days were kept. */
  readonly day?: DayId
}

/**
 * What a journal says, folded, as far as the budget goes by it. What each site got of all times is not here but in the
 * history, which is written with the entries: a background does not have to read it before it can pay.
 */
export interface Book {
  /** Entries folded so far; the number of the next one. */
  readonly length: number
  readonly period: PeriodId | null
  readonly limit: SourceUnits | null
  readonly totals: ReadonlyMap<PeriodId, PeriodTotals>
  readonly packets: ReadonlyMap<PacketId, OpenPacket>
  readonly byCondition: ReadonlyMap<string, PacketId>
  readonly probes: ReadonlyMap<PacketId, SourceUnits>
  /** By site, of the current period alone; under NO_SITE what a repaired book cannot say whose it was. */
  readonly sitesNow: ReadonlyMap<string, PeriodTotals>
  /** When the newest reservation was made; null before the first. */
  readonly lastReservedAt: EpochMs | null
}

const NOTHING = 0n as SourceUnits

export const NO_TOTALS: PeriodTotals = { posted: NOTHING, reserved: NOTHING, inDoubt: NOTHING }

/** No origin is empty. */
export const NO_SITE = ''
/** In `sitesNow`: what sites had whose names were deleted. No origin either. */
export const FORGOTTEN = 'forgotten'

/** What the current period has used of its budget: posted, on its way and in doubt. */
export const totalsNow = (book: Pick<Book, 'period' | 'totals'>): PeriodTotals =>
  (book.period === null ? undefined : book.totals.get(book.period)) ?? NO_TOTALS

/** What may still be reserved in the current period. */
export const leftNow = (book: Book): SourceUnits => {
  const { posted, reserved, inDoubt } = totalsNow(book)
  const left = (book.limit ?? 0n) - posted - reserved - inDoubt
  return (left > 0n ? left : 0n) as SourceUnits
}

/** What this site has had in the current period. */
export const siteNow = (book: Book, site: string): PeriodTotals =>
  book.sitesNow.get(site) ?? NO_TOTALS

/**
 * What may still be reserved for this site in the current period, where it gets no more than `cap` in each (null:
 * the budget alone). What could have been any site's counts as this one's.
 */
export const leftFor = (book: Book, site: string, cap: SourceUnits | null): SourceUnits => {
  const left = leftNow(book)
  if (cap === null) return left
  const { posted, reserved, inDoubt } = siteNow(book, site)
  const room = cap - posted - reserved - inDoubt - siteNow(book, NO_SITE).posted
  return room > 0n ? (room < left ? (room as SourceUnits) : left) : NOTHING
}
