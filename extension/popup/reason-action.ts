import type { Reason } from '../../src/reason/reason.ts'

export type Action =
  | 'switchOn'
  | 'checkConnection'
  | 'setRate'
  | 'reload'
  | 'acceptAccount'
  | 'confirmDate'
  | 'repairBook'
  | 'paySite'
  | 'setSiteRate'
  | 'raiseCap'

/** The one thing that a user can do about it from here; null where waiting is all there is. */
export const REASON_ACTION: Readonly<Record<Reason, Action | null>> = {
  'switched-off': 'switchOn',
  'not-set-up': null,
  'never-pay': 'paySite',
  'rate-zero-here': 'setSiteRate',
  'site-cap-reached': 'raiseCap',
  hidden: null,
  'frame-not-allowed': null,
  'page-policy': null,
  'address-refused': null,
  'address-unreachable': 'reload',
  'address-wrong-answer': 'reload',
  connecting: null,
  'connector-unreachable': 'checkConnection',
  'token-refused': 'checkConnection',
  'origin-refused': null,
  'no-asset': 'checkConnection',
  'other-account': 'acceptAccount',
  'out-of-credit': null,
  // The card of the budget, right below, says so and has the button.
  'budget-spent': null,
  'rate-zero': 'setRate',
  'receiver-unreachable': 'reload',
  'receiver-refused': 'reload',
  'delivery-unproven': null,
  'rate-dropped': 'reload',
  'wrong-clock': null,
  'clock-jumped': 'confirmDate',
  'internal-fault': 'reload',
  'too-many-tags': null,
  replaced: null,
  'book-damaged': 'repairBook',
  paused: 'switchOn',
  idle: null,
  // Its notice has a button of its own: the browser wants to see it pressed.
  'no-site-access': null,
}
