import type { Reason } from '../../../src/reason/reason.ts'
import { SITE_RULE_REASONS } from './site-rule-words.ts'

/** Why nothing is paid right now. A new reason does not compile until it has its sentence. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'switched-off': 'Payments are switched off.',
  'never-pay': SITE_RULE_REASONS['never-pay'],
  'not-set-up': 'The wallet is not set up yet.',
  hidden: 'The page is out of sight. It is paid again while you look at it.',
  'frame-not-allowed': 'The page around this frame does not let it be paid.',
  'page-policy':
    'The page’s own security policy does not let this payment address be asked (monetization-src).',
  'address-refused': 'The payment address on this page is not one that may be paid.',
  'address-unreachable': 'The payment address of this page does not answer.',
  'address-wrong-answer': 'Something answers at the payment address, but not as a wallet should.',
  connecting: 'Finding the way to the receiver…',
  'connector-unreachable': 'Your connector does not answer. Check that it is running.',
  'token-refused': 'Your connector refuses the account name and token.',
  'origin-refused':
    'Your connector closed the door to this extension. Ask its operator to allow the origin below.',
  'no-asset': 'Your connector does not say which asset your account is in.',
  'other-account':
    'Your connector now gives another account than the one this budget is for. Nothing is paid until you decide; a new account begins with a book of its own.',
  'out-of-credit': 'Your account at the connector has no credit left. Its operator can add some.',
  'budget-spent': 'This month’s budget is spent.',
  'rate-zero': 'The hourly rate is zero.',
  'rate-zero-here': SITE_RULE_REASONS['rate-zero-here'],
  'site-cap-reached': SITE_RULE_REASONS['site-cap-reached'],
  'receiver-unreachable': 'The receiver cannot be reached through your connector.',
  'receiver-refused': 'The receiver refuses the payments.',
  'delivery-unproven':
    'The receiver took a payment without proof of what arrived, so it gets no more.',
  'rate-dropped': 'The exchange rate fell by more than is allowed, so nothing is sent.',
  'wrong-clock': 'This computer’s clock is wrong. Set it right, and payments go on.',
  'clock-jumped':
    'This computer’s clock has jumped into another month. If today’s date is right, say so, and the new month’s budget begins.',
  'internal-fault':
    'Something inside Tributary failed at this address, so it is left alone. Reload the page to try again.',
  'too-many-tags':
    'The page names more receivers than are paid at once. This one is not among them.',
  replaced:
    'Another copy of Tributary in this browser keeps the book now, so this one pays nothing. Restart the browser if it stays so.',
  'book-damaged':
    'The wallet’s book is damaged or lost, so nothing is paid. A new book can follow it: what is known of this month counts as spent in it. The old one is kept, and a copy of it is saved as a file.',
}
