export const BUDGET_WORDS = {
  title: 'This month',
  of: (limit: string) => `of ${limit}`,
  spent: 'Spent',
  left: 'Left',
  onItsWay: 'On its way',
  inDoubt: 'In doubt',
  inDoubtMeans:
    'Sent, but nobody can say whether it arrived. It stays counted, so the budget cannot be passed.',
  renews: (day: string) => `Renews on ${day}`,
  allSpent: 'Budget spent',
  allSpentMeans: (day: string) => `Nothing more is sent before ${day}, unless you raise it.`,
  raise: 'Raise the budget',
} as const
