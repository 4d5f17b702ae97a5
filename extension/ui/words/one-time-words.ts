import type { OneTimeSnapshot } from '../../../src/wallet/snapshot.ts'
import { message } from './message.ts'
import { REASON_WORDS } from './reason-words.ts'

export const ONE_TIME_FAILURES = {
  'amount-zero': message('failure_amountZero'),
  'beyond-budget': message('failure_beyondBudget'),
  'beyond-site-cap': message('failure_beyondSiteCap'),
  'already-paying': message('failure_alreadyPaying'),
  'page-changed': message('failure_pageChanged'),
} as const

export const ONE_TIME_WORDS = {
  title: message('once_title'),
  amount: message('once_amount'),
  amountMeans: message('once_amountMeans'),
  next: message('once_next'),
  asks: (amount: string, host: string) => message('once_asks', amount, host),
  yes: (amount: string) => message('once_yes', amount),
  no: message('once_no'),
  paying: (amount: string) => message('once_paying', amount),
  /** The wallet was stopped: nobody may be told to try again. */
  interrupted: message('once_interrupted'),
  nothing: message('once_nothing'),
  sent: (amount: string) => message('once_sent', amount),
  sentOf: (sent: string, amount: string) => message('once_sentOf', sent, amount),
  received: (amount: string) => message('once_received', amount),
  inDoubt: (amount: string) => message('once_inDoubt', amount),
} as const

export const oneTimeReason = (reason: NonNullable<OneTimeSnapshot['reason']>): string => {
  if (reason === 'page-left') return message('once_pageLeft')
  if (reason === 'below-one-unit') return message('once_belowOneUnit')
  return REASON_WORDS[reason]
}
