import type { Outcome } from '../../popup/outcome.ts'
import { ONE_TIME_FAILURES } from './one-time-words.ts'
import { REASON_WORDS } from './reason-words.ts'
import { SITE_RULE_FAILURES } from './site-rule-words.ts'

type Failure = NonNullable<Outcome>

/** What went wrong with a command, and what to do. `address` is the one that was tried. */
export const failureWords = (failure: Failure, address = ''): string => {
  switch (failure.code) {
    case 'address-malformed':
      return 'This is not a connector address. It looks like wss://connector.example/btp.'
    case 'address-insecure':
      return 'ws:// is not encrypted, so it may only lead to this computer. Use wss://.'
    case 'token-missing':
      return 'Enter the access token that you got from the connector’s operator.'
    case 'token-refused':
      return 'The connector refused this account name and token. Check both, or ask its operator.'
    case 'unreachable':
      return `Nothing answers at ${address}. Check the address, and that the connector is running.`
    case 'no-asset':
      return 'The connector does not say which asset this account is in (IL-DCP). Ask its operator to turn that on.'
    case 'not-a-connector':
      return `Something answers at ${address}, but it is no Interledger connector. Check the address to its end.`
    case 'origin-refused':
      return 'The connector closed the door to this extension. Ask its operator to allow the origin'
    case 'amount-malformed':
      return 'Enter an amount in digits, such as 5 or 0.36.'
    case 'amount-too-fine':
      if (failure.field === 'percent') return 'Use no more than two decimals.'
      return failure.scale === 0
        ? 'This asset has no decimals. Enter a whole number.'
        : `This asset has ${failure.scale} decimals. Use no more than that.`
    case 'amount-too-large':
      return 'This is more than can be counted. Enter a smaller amount.'
    case 'tolerance-too-large':
      return 'Enter 50 or less: a receiver that may take more than half could take it all.'
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
      return 'This is not a file of Tributary’s settings, or it is damaged. Nothing was changed.'
    case 'import-too-large':
      return 'This file is larger than settings ever are (256 KiB). Nothing was changed.'
    case 'import-newer':
      return 'This file is from a newer version of Tributary. Update first; nothing was changed.'
    case 'other-account':
      return 'The connector answers, but gives another account than the one this budget is for.'
    case 'not-now':
      return 'That is not possible right now. Wait a moment, then try again.'
    case 'interrupted':
      return 'The wallet restarted before it could answer. Please try again.'
  }
}
