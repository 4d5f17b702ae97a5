export const BUDGET_WORDS = {
  title: 'Budget',
  spentOf: (limit: string) => `spent of ${limit}`,
  left: 'Left',
  onItsWay: 'On its way',
  inDoubt: 'In doubt',
  inDoubtMeans:
    'Sent, but nobody can say whether it arrived. It stays counted, so the budget cannot be passed.',
  renews: (day: string) => `Renews on ${day}`,
  renewal: { due: 'Renews with the next payment', asking: 'Renews when you say so' },
  allSpent: 'Budget spent',
  allSpentMeans: (day: string) => `Nothing more is sent before ${day}, unless you raise it.`,
  raise: 'Raise the budget',
} as const
