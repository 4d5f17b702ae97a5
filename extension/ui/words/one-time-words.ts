import type { OneTimeSnapshot } from '../../../src/wallet/snapshot.ts'
import { REASON_WORDS } from './reason-words.ts'

export const ONE_TIME_FAILURES = {
  'amount-zero': 'Enter more than nothing.',
  'beyond-budget': 'This is more than is left of the budget. Enter less, or raise the budget.',
  'beyond-site-cap':
    'This is more than this site may still have this month. Enter less, or raise its cap.',
  'already-paying': 'Another one-time payment is on its way. Wait until it is done.',
  'page-changed': 'The tab shows another page now. Open this view again to pay that one.',
} as const

export const ONE_TIME_WORDS = {
  title: 'Pay once',
  amount: 'Amount to pay once',
  amountMeans: 'Beside the hourly rate, and inside the budget.',
  next: 'Pay once…',
  asks: (amount: string, host: string) => `Pay ${amount} to ${host} now? It cannot be taken back.`,
  yes: (amount: string) => `Pay ${amount}`,
  no: 'Do not pay',
  paying: (amount: string) => `Paying ${amount}…`,
  /** The wallet was stopped: nobody may be told to try again. */
  interrupted:
    'The wallet was stopped before it could say how the payment ended. Look at what this site got before you pay again.',
  nothing: 'Nothing was sent.',
  sent: (amount: string) => `Paid once: ${amount} sent.`,
  sentOf: (sent: string, amount: string) => `Paid once: ${sent} of ${amount} sent.`,
  received: (amount: string) => `${amount} received.`,
  inDoubt: (amount: string) => `${amount} is in doubt: nobody can say whether it arrived.`,
} as const

export const oneTimeReason = (reason: NonNullable<OneTimeSnapshot['reason']>): string => {
  if (reason === 'page-left') return 'The page went away meanwhile.'
  if (reason === 'below-one-unit')
    return 'The amount is too small: less would arrive than the receiver can count.'
  return REASON_WORDS[reason]
}
