import type { Settings } from './settings.ts'
import { MOST_RULES, NO_RULE, type SiteRule } from './site-rules.ts'

/** All rules for one site; amounts are null where no connection gives them an asset. */
export interface SiteDecision extends SiteRule {
  readonly never: boolean
}

export const decisionFor = ({ neverPay, connection }: Settings, origin: string): SiteDecision => ({
  never: neverPay.has(origin),
  ...(connection?.siteRules.get(origin) ?? NO_RULE),
})

/** Null where there would be too many rules. */
export const withDecisions = (
  settings: Settings,
  origins: Iterable<string>,
  decide: (now: SiteDecision) => SiteDecision,
): Settings | null => {
  const neverPay = new Set(settings.neverPay)
  const siteRules = new Map(settings.connection?.siteRules)
  for (const origin of origins) {
    const { never, ratePerHour, monthlyCap } = decide(decisionFor(settings, origin))
    if (never) neverPay.add(origin)
    else neverPay.delete(origin)
    if (ratePerHour === null && monthlyCap === null) siteRules.delete(origin)
    else siteRules.set(origin, { ratePerHour, monthlyCap })
  }
  if (neverPay.size > MOST_RULES || siteRules.size > MOST_RULES) return null
  const connection = settings.connection && { ...settings.connection, siteRules }
  return { ...settings, neverPay, connection }
}

/** Null where the site's rule would be one too many. */
export const withDecision = (
  settings: Settings,
  origin: string,
  decision: SiteDecision,
): Settings | null => withDecisions(settings, [origin], () => decision)
