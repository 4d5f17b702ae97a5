import type { Outcome } from '../../popup/outcome.ts'
import { decimalMark } from '../decimal-mark.ts'
import { CONNECTION_FAILURES } from './connections-words.ts'
import { counted } from './counted.ts'
import { ADDRESS_EXAMPLE, HTTP_ADDRESS_EXAMPLE } from './address-example.ts'
import { answeredWords } from './answered-words.ts'
import { LANGUAGE } from './language.ts'
import { message } from './message.ts'
import { ONE_TIME_FAILURES } from './one-time-words.ts'
import { REASON_WORDS } from './reason-words.ts'
import { SITE_RULE_FAILURES } from './site-rule-words.ts'
import { HABIT_WORDS } from './habit-words.ts'

type Failure = NonNullable<Outcome>

/** Browsers do not tell a server that is not there from one whose certificate they do not take. */
const ENCRYPTED = /^\s*(?:btp\+|ilp\+)?(?:wss|https):/i

/** What went wrong with a command, and what to do. `address` is the one that was tried. */
export const failureWords = (failure: Failure, address = ''): string => {
  switch (failure.code) {
    case 'address-malformed':
      return message('failure_addressMalformed', ADDRESS_EXAMPLE, HTTP_ADDRESS_EXAMPLE)
    case 'address-insecure':
      return message('failure_addressInsecure')
    case 'token-missing':
      return message('failure_tokenMissing')
    case 'token-refused':
      return message('failure_tokenRefused')
    case 'unreachable':
      return ENCRYPTED.test(address)
        ? message('failure_unreachableOrUntrusted', address)
        : message('failure_unreachable', address)
    case 'answered-otherwise':
      return answeredWords(failure.seen, address)
    case 'no-asset':
      return message('failure_noAsset')
    case 'not-a-connector':
      return message('failure_notAConnector', address)
    case 'origin-refused':
      return message('failure_originRefused')
    case 'amount-malformed':
      return message('failure_amountMalformed', '5', `0${decimalMark(LANGUAGE)}36`)
    case 'amount-too-fine':
      if (failure.field === 'percent') return message('failure_percentTooFine')
      return failure.scale === 0
        ? message('failure_noDecimals')
        : counted('failure_tooFine_counted', failure.scale)
    case 'amount-too-large':
      return message('failure_amountTooLarge')
    case 'tolerance-too-large':
      return message('failure_toleranceTooLarge')
    case 'origin-malformed':
    case 'too-many-rules':
      return SITE_RULE_FAILURES[failure.code]
    case 'amount-zero':
    case 'beyond-budget':
    case 'beyond-site-cap':
    case 'already-paying':
    case 'page-changed':
      return ONE_TIME_FAILURES[failure.code]
    case 'not-payable':
      return REASON_WORDS[failure.reason]
    case 'import-malformed':
      return message('failure_importMalformed')
    case 'import-too-large':
      return message('failure_importTooLarge')
    case 'import-newer':
      return message('failure_importNewer')
    case 'other-account':
      return message('failure_otherAccount')
    case 'share-out-of-range':
      return HABIT_WORDS.shareOutOfRange
    case 'too-many-connections':
    case 'name-too-long':
      return CONNECTION_FAILURES[failure.code]
    case 'not-now':
      return message('failure_notNow')
    case 'interrupted':
      return message('failure_interrupted')
  }
}
