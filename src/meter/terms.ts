import type { SourceUnits } from '../money/units.ts'

/** On what terms, besides the budget's, a connection's money may leave. Asked again for every packet. */
export interface Terms {
  /** 0: this amount may leave now, and is counted. Otherwise the milliseconds after which to ask again. */
  readonly toll: (amount: SourceUnits) => number
  /** The most that the site gets in each period; null: none but the budget. */
  readonly cap: () => SourceUnits | null
}
