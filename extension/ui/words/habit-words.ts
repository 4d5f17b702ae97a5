/** When the wallet pays, and when it speaks up. */
export const HABIT_WORDS = {
  title: 'When to pay, when to tell',
  pause: 'Pause for an hour',
  idlePause: 'Pause while I am away',
  idlePauseMeans:
    'After five minutes without a key or a touch nobody is paid, unless a tab plays audio.',
  payAudible: 'Pay tabs that play audio in the background',
  payAudibleMeans: 'A page that you have looked at goes on being paid while you listen to it.',
  notifications: 'Tell me about the budget',
  notificationsMean: 'Once each at 80 % and at 100 % of the month, and when the connector is lost.',
  siteShare: 'Warn about one site',
  siteShareMeans: 'When one site takes more than this part of what is spent in a month.',
  greedy: (site: string, percent: number) =>
    `${site} has had ${percent} % of what was spent this month.`,
  greedyMeans: 'From how much on you are warned is among the settings below.',
  percent: '%',
  shareOutOfRange: 'Enter a whole number from 1 to 100.',
  notAllowed: 'The browser did not allow it.',
} as const
