/** What can be wrong with a rule besides its amounts. */
export const SITE_RULE_FAILURES = {
  'origin-malformed': 'This is not the address of a site. It looks like https://blog.example.',
  'too-many-rules': 'There are 5,000 sites with rules already. Take one away first.',
} as const

export const SITE_RULE_REASONS = {
  'never-pay': 'You decided that this site is not paid.',
  'rate-zero-here': 'Your rate for this site is zero.',
  'site-cap-reached': 'This site had all that you let it have in a month.',
} as const

export const SITE_RULE_ACTIONS = {
  paySite: 'Pay this site',
  setSiteRate: 'Change its rate',
  raiseCap: 'Raise its cap',
} as const
