import { LARGEST_AMOUNT, sourceUnits, type SourceUnits } from '../money/units.ts'

/** What the user decided about the amounts of one site, in the smallest unit of the connection's asset. */
export interface SiteRule {
  /** Instead of the rate of all sites, and beside it; null: the site is paid out of that rate. */
  readonly ratePerHour: SourceUnits | null
  /** The most that the site gets in one period: posted, on its way and in doubt; null: none but the budget. */
  readonly monthlyCap: SourceUnits | null
}

/** By the origin of the page that the user sees in the tab. */
export type SiteRules = ReadonlyMap<string, SiteRule>

/** Of each kind. Settings are read whole at every start. */
export const MOST_RULES = 5_000

export const NO_RULE: SiteRule = { ratePerHour: null, monthlyCap: null }

/** `rules`: those of the connection; undefined where there is none. */
export const ruleFor = (rules: SiteRules | undefined, site: string): SiteRule =>
  rules?.get(site) ?? NO_RULE

/** The origin of a monetized page, as the browser writes it; null where the text has none. */
export const readOrigin = (text: string): string | null => {
  try {
    const { protocol, origin } = new URL(text)
    return protocol === 'https:' || protocol === 'http:' ? origin : null
  } catch {
    return null
  }
}

export const siteRulesToJson = (rules: SiteRules): unknown =>
  [...rules].map(([origin, { ratePerHour, monthlyCap }]) => ({
    origin,
    ratePerHour: ratePerHour?.toString() ?? null,
    monthlyCap: monthlyCap?.toString() ?? null,
  }))

/** Undefined where the value is neither an amount nor none. */
const unitsFromJson = (value: unknown): SourceUnits | null | undefined => {
  if (value === null) return null
  if (typeof value !== 'string' || !/^\d{1,20}$/.test(value)) return undefined
  const units = BigInt(value)
  return units > LARGEST_AMOUNT ? undefined : sourceUnits(units)
}

const isOrigin = (value: unknown): value is string =>
  typeof value === 'string' && readOrigin(value) === value

/** A rule that is not whole is left out; settings from before there were rules have none. */
export const siteRulesFromJson = (value: unknown): SiteRules => {
  const rules = new Map<string, SiteRule>()
  for (const stored of Array.isArray(value) ? (value as unknown[]) : []) {
    if (typeof stored !== 'object' || stored === null || rules.size === MOST_RULES) continue
    const { origin, ...amounts } = stored as Record<string, unknown>
    const ratePerHour = unitsFromJson(amounts['ratePerHour'])
    const monthlyCap = unitsFromJson(amounts['monthlyCap'])
    if (!isOrigin(origin) || ratePerHour === undefined || monthlyCap === undefined) continue
    rules.set(origin, { ratePerHour, monthlyCap })
  }
  return rules
}

export const neverPayFromJson = (value: unknown): ReadonlySet<string> =>
  new Set((Array.isArray(value) ? (value as unknown[]) : []).filter(isOrigin).slice(0, MOST_RULES))
