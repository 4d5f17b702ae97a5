export const SITE_WORDS = {
  title: 'Sites',
  none: 'No site was paid yet. Each one will be listed here with what it got.',
  received: (amounts: string) => `${amounts} received`,
  nothingReceived: 'nothing received yet',
  inDoubt: (amount: string) => `${amount} in doubt`,
  showAll: (count: number) => `Show all ${count}`,
  showFewer: 'Show fewer',
} as const
