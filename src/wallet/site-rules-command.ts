import type { AmountFailure } from '../money/parse-amount.ts'
import { readAmountIfAny } from './read-amount.ts'
import type { Settings } from './settings.ts'
import { decide, TOO_MANY, type Decide } from './site-decision.ts'
import { MOST_RULES, NO_RULE, readOrigin } from './site-rules.ts'

/** As many as can have a rule, of one kind or the other. */
const MOST_AT_ONCE = 2 * MOST_RULES

/** A host of 253 characters, with its scheme, its port and what parts it from the next. */
export const LONGEST_ORIGINS = MOST_AT_ONCE * 272

/** `rate` and `cap` take the amount; `defaults` takes the whole rule away. */
export const RULE_CHANGES = ['never', 'pay', 'rate', 'cap', 'defaults'] as const

export type RuleChange = (typeof RULE_CHANGES)[number]

/** One change for many sites; what else holds for them stays. */
export interface SiteRulesInput {
  /** With spaces between them. */
  readonly origins: string
  /** One of `RULE_CHANGES`. */
  readonly change: string
  /** In major units as it is typed; empty: none. */
  readonly amount: string
}

export type SiteRulesFailure =
  | { readonly code: 'origin-malformed' | 'too-many-rules'; readonly field: 'origin' }
  | { readonly code: AmountFailure; readonly field: 'amount' }
  | { readonly code: 'not-now'; readonly field: null }

const NOT_NOW = { code: 'not-now', field: null } as const

const readChange = (
  { change, amount }: SiteRulesInput,
  settings: Settings,
): Decide | SiteRulesFailure => {
  if (change === 'never' || change === 'pay')
    return (now) => ({ ...now, never: change === 'never' })
  if (change === 'defaults') return () => ({ ...NO_RULE, never: false })
  const asset = settings.connection?.account.asset
  if ((change !== 'rate' && change !== 'cap') || !asset) return NOT_NOW
  const units = readAmountIfAny(amount, asset)
  if (units === 'not-now') return NOT_NOW
  if (typeof units === 'string') return { code: units, field: 'amount' }
  return change === 'rate'
    ? (now) => ({ ...now, ratePerHour: units })
    : (now) => ({ ...now, monthlyCap: units })
}

/** All of it or nothing, and written once. */
export const setSiteRules = async (
  settings: () => Settings,
  change: (alter: (now: Settings) => Settings) => Promise<void>,
  input: SiteRulesInput,
): Promise<SiteRulesFailure | null> => {
  const origins = new Set<string>()
  for (const text of input.origins.split(' ')) {
    const origin = readOrigin(text)
    if (origin === null) return { code: 'origin-malformed', field: 'origin' }
    origins.add(origin)
  }
  const wanted = readChange(input, settings())
  if (typeof wanted !== 'function') return wanted
  return origins.size > MOST_AT_ONCE ? TOO_MANY : await decide(settings, change, origins, wanted)
}
