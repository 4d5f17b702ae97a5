import type { Asset } from '../money/asset.ts'

/** A calendar day in the user's zone, `2026-11-25`; or `before`: that of payments whose day was not kept. */
export type DayId = string & { readonly dayId: unique symbol }

export interface DeliveredSum {
  readonly asset: Asset
  /** Smallest units of that asset. */
  readonly amount: bigint
}

/** What a site got in a span of time. Amounts are in smallest units, of the book's asset where no other is named. */
export interface HistoryRow {
  readonly posted: bigint
  readonly inDoubt: bigint
  /** What receivers proved to have got: one sum for each asset, never added up. */
  readonly delivered: readonly DeliveredSum[]
  /** Packets that were posted; those before the history was kept are not counted. */
  readonly packets: number
}

/** What one entry of a journal changes of the history: what each site got on each day. */
export type HistoryChange =
  | {
      readonly kind: 'add'
      /** That of the reservation. */
      readonly day: DayId
      /** An origin; empty for what belongs to none any more. */
      readonly site: string
      /** Path of the page, where pages are kept. */
      readonly page: string | null
      /** May be negative: what was in doubt is posted. */
      readonly row: HistoryRow
    }
  | {
      readonly kind: 'forget'
      /** Empty: all of them. */
      readonly site: string
      /** The month, `2026-11`, whose days are kept although all else is forgotten. */
      readonly keep: string
    }
