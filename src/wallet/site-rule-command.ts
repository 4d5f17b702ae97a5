import type { AmountFailure } from '../money/parse-amount.ts'
import { readAmountIfAny } from './read-amount.ts'
import type { Settings } from './settings.ts'
import { decide } from './site-decision.ts'
import { readOrigin } from './site-rules.ts'

/** What is to hold for a site from now on, whole. Amounts in major units as they are typed; empty: none. */
export interface SiteRuleInput {
  readonly origin: string
  readonly never: boolean
  readonly perHour: string
  readonly monthlyCap: string
}

export type SiteRuleFailure =
  | { readonly code: 'origin-malformed' | 'too-many-rules'; readonly field: 'origin' }
  | { readonly code: AmountFailure; readonly field: 'perHour' }
  | { readonly code: AmountFailure; readonly field: 'monthlyCap' }
  | { readonly code: 'not-now'; readonly field: null }

export const setSiteRule = async (
  settings: () => Settings,
  change: (alter: (now: Settings) => Settings) => Promise<void>,
  input: SiteRuleInput,
): Promise<SiteRuleFailure | null> => {
  const origin = readOrigin(input.origin)
  if (origin === null) return { code: 'origin-malformed', field: 'origin' }
  const asset = settings().connection?.account.asset
  const ratePerHour = readAmountIfAny(input.perHour, asset)
  const monthlyCap = readAmountIfAny(input.monthlyCap, asset)
  if (ratePerHour === 'not-now' || monthlyCap === 'not-now') return { code: 'not-now', field: null }
  if (typeof ratePerHour === 'string') return { code: ratePerHour, field: 'perHour' }
  if (typeof monthlyCap === 'string') return { code: monthlyCap, field: 'monthlyCap' }
  const decision = { never: input.never, ratePerHour, monthlyCap }
  return await decide(settings, change, [origin], () => decision)
}
