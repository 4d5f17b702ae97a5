import type { Asset } from '../money/asset.ts'
import type { DeliveredUnits, SourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import type { DayId } from '../ports/history-change.ts'

/** 128 random bits, hexadecimal. */
export type PacketId = string & { readonly packetId: unique symbol }

/** A calendar month, `2026-11`. Written so, months compare as text. */
export type PeriodId = string & { readonly periodId: unique symbol }

/** What a receiver proved to have got with one packet. */
export interface Delivered {
  readonly amount: DeliveredUnits
  readonly asset: Asset
}

/** Why nobody can say whether a packet was paid. */
export type DoubtWhy = 'no-answer' | 'link-lost' | 'wrong-answer' | 'stopped'

/** One line of the journal. Lines are only ever added. */
export type Entry =
  /** From here on reservations belong to this period. */
  | { readonly kind: 'period'; readonly at: EpochMs; readonly period: PeriodId }
  /** The user's budget for each period. */
  | { readonly kind: 'limit'; readonly at: EpochMs; readonly limit: SourceUnits }
  /** Written before the bytes of a money packet leave. */
  | {
      readonly kind: 'reserve'
      readonly at: EpochMs
      readonly packet: PacketId
      readonly period: PeriodId
      readonly amount: SourceUnits
      /** Hexadecimal. */
      readonly condition: string
      readonly expiresAt: EpochMs
      /** Origin of the page that is paid. */
      readonly site: string
      /** The payment pointer's URL. */
      readonly receiver: string
      /** The user's day, wherever the user is when it is read again. Books of older versions have none. */
      readonly day?: DayId
    }
  /** Fulfilled with the right preimage; after a `void` of the same packet it corrects that. */
  | {
      readonly kind: 'post'
      readonly at: EpochMs
      readonly packet: PacketId
      /** Null: sent, delivery not proven. */
      readonly delivered: Delivered | null
    }
  /** Rejected, or its bytes never left. */
  | {
      readonly kind: 'void'
      readonly at: EpochMs
      readonly packet: PacketId
      /** ILP error code (RFC 27), or `not-sent`. */
      readonly code: string
    }
  | {
      readonly kind: 'doubt'
      readonly at: EpochMs
      readonly packet: PacketId
      readonly why: DoubtWhy
    }
  /** A rate probe: its condition is random, so nobody can fulfill it. Outside the budget. */
  | {
      readonly kind: 'probe'
      readonly at: EpochMs
      readonly packet: PacketId
      readonly amount: SourceUnits
    }
  | { readonly kind: 'probe-end'; readonly at: EpochMs; readonly packet: PacketId }
  /** In a book that follows a damaged one: what counts as spent in the current period. */
  | { readonly kind: 'carry'; readonly at: EpochMs; readonly amount: SourceUnits }
  /**
   * The user deletes what is known of a site, or of all where `site` is empty. Amounts stay counted, without a name;
   * of all of them, days are kept in the month `keep` (`2026-11`) alone.
   */
  | {
      readonly kind: 'forget'
      readonly at: EpochMs
      readonly site: string
      readonly keep: string
      /** Origins with a monthly cap, apart by spaces: what they had in this period stays under their names. */
      readonly capped: string
    }
