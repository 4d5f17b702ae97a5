import { deliveredUnits, sourceUnits, type DeliveredUnits, type SourceUnits } from './units.ts'

/** So many receiver's units arrived for so many of ours: one measured packet, the only bridge between assets. */
export interface ExchangeRate {
  readonly delivered: DeliveredUnits
  /** More than 0. */
  readonly sent: SourceUnits
}

/** Rounded down, as every connector rounds. */
export const deliveredFor = (rate: ExchangeRate, amount: SourceUnits): DeliveredUnits =>
  deliveredUnits((amount * rate.delivered) / rate.sent)

/** The least that has to be sent for `delivered` units to arrive; null where nothing ever arrives. */
export const leastFor = (rate: ExchangeRate, delivered: DeliveredUnits): SourceUnits | null =>
  rate.delivered === 0n
    ? null
    : sourceUnits((delivered * rate.sent + rate.delivered - 1n) / rate.delivered)
