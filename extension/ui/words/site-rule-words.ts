import { message } from './message.ts'

/** What can be wrong with a rule besides its amounts. */
export const SITE_RULE_FAILURES = {
  'origin-malformed': message('failure_originMalformed'),
  'too-many-rules': message('failure_tooManyRules'),
} as const

export const SITE_RULE_REASONS = {
  'never-pay': message('reason_never_pay'),
  'rate-zero-here': message('reason_rate_zero_here'),
  'site-cap-reached': message('reason_site_cap_reached'),
} as const

export const SITE_RULE_ACTIONS = {
  paySite: message('site_pay'),
  setSiteRate: message('site_setRate'),
  raiseCap: message('site_raiseCap'),
} as const

export const SITE_RULE_WORDS = {
  title: message('site_title'),
  thisMonth: message('site_thisMonth'),
  ofCap: (cap: string) => message('site_ofCap', cap),
  choice: message('site_choice'),
  pay: message('site_choicePay'),
  never: message('site_choiceNever'),
  amounts: message('site_amounts'),
  rate: message('site_rate'),
  rateMeans: message('site_rateMeans'),
  ownRateMeans: (hour: string, month: string) => message('site_ownRateMeans', hour, month),
  cap: message('site_cap'),
  capMeans: message('site_capMeans'),
} as const
