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

export const SITE_RULE_WORDS = {
  title: 'This site',
  thisMonth: 'this month',
  ofCap: (cap: string) => `of at most ${cap} this month`,
  choice: 'Payments to this site',
  pay: 'Pay',
  never: 'Never pay',
  amounts: 'Rate and cap',
  rate: 'Rate for this site',
  rateMeans: 'Empty: it has its part of the hourly rate of all sites.',
  ownRateMeans: (hour: string, month: string) =>
    `${hour} for an hour here, beside the other sites. An hour a day is ${month} in a month.`,
  cap: 'Monthly cap',
  capMeans: 'Never more for this site in a calendar month. Empty: only the budget.',
} as const
