import type { Asset } from '../money/asset.ts'
import type { DeliveredUnits } from '../money/units.ts'

/** What a page may learn about a tag of its own. Never the payer's currency. */
export type TagNews =
  /** The payment pointer answered. */
  | { readonly kind: 'load' }
  /** It will not be paid, or not now. */
  | { readonly kind: 'error' }
  | { readonly kind: 'pending'; readonly url: string }
  | {
      readonly kind: 'paid'
      readonly url: string
      readonly amount: DeliveredUnits
      readonly asset: Asset
      readonly receipt: Uint8Array | null
    }
  | { readonly kind: 'paused' }
