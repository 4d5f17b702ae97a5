import type { Settings } from './settings.ts'
import { MOST_RULES, ruleFor, type SiteRule } from './site-rules.ts'

/** All rules for one site; amounts are null where no connection gives them an asset. */
export interface SiteDecision extends SiteRule {
  readonly never: boolean
}

export const decisionFor = ({ neverPay, connection }: Settings, origin: string): SiteDecision => ({
  never: neverPay.has(origin),
  ...ruleFor(connection?.siteRules, origin),
})

export type Decide = (now: SiteDecision) => SiteDecision

/** Null where there would be too many rules. */
export const withDecisions = (
  settings: Settings,
  origins: Iterable<string>,
  decision: Decide,
): Settings | null => {
  const neverPay = new Set(settings.neverPay)
  const siteRules = new Map(settings.connection?.siteRules)
  for (const origin of origins) {
    const { never, ratePerHour, monthlyCap } = decision(decisionFor(settings, origin))
    if (never) neverPay.add(origin)
    else neverPay.delete(origin)
    if (ratePerHour === null && monthlyCap === null) siteRules.delete(origin)
    else siteRules.set(origin, { ratePerHour, monthlyCap })
  }
  if (neverPay.size > MOST_RULES || siteRules.size > MOST_RULES) return null
  const connection = settings.connection && { ...settings.connection, siteRules }
  return { ...settings, neverPay, connection }
}

export const TOO_MANY = { code: 'too-many-rules', field: 'origin' } as const

/** Amounts in the decision are in the asset of the connection that is in use now: over another one nothing changes. */
export const decide = async (
  settings: () => Settings,
  change: (alter: (now: Settings) => Settings) => Promise<void>,
  origins: Iterable<string>,
  decision: Decide,
): Promise<typeof TOO_MANY | null> => {
  if (!withDecisions(settings(), origins, decision)) return TOO_MANY
  const account = settings().connection?.account
  await change((now) =>
    now.connection?.account === account ? (withDecisions(now, origins, decision) ?? now) : now,
  )
  return null
}
