import type { Asset } from '../../src/money/asset.ts'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import type { Commands } from '../messages/popup-port.ts'
import { typedAmount } from '../ui/typed-amount.ts'

/** A rule as the fields show it, and as the wallet is told to set it. */
export const siteRuleTexts = (rule: SiteRuleSnapshot, asset: Asset): Commands['setSiteRule'] => {
  const text = (units: string | null) => (units === null ? '' : typedAmount(units, asset))
  const { origin, never, ratePerHour, monthlyCap } = rule
  return { origin, never, perHour: text(ratePerHour), monthlyCap: text(monthlyCap) }
}
