/** What can be wrong with a rule besides its amounts. */
export const SITE_RULE_FAILURES = {
  'origin-malformed': 'This is not the address of a site. It looks like https://blog.example.',
  'too-many-rules': 'There are 5,000 sites with rules already. Take one away first.',
} as const
