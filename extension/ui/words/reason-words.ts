import type { Reason } from '../../../src/reason/reason.ts'
import { message } from './message.ts'
import { MOMENT_WORDS } from './moment-words.ts'
import { SITE_RULE_REASONS } from './site-rule-words.ts'

/** Why nothing is paid right now. A new reason does not compile until it has its sentence. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  ...MOMENT_WORDS,
  'switched-off': message('reason_switched_off'),
  'not-set-up': message('reason_not_set_up'),
  hidden: message('reason_hidden'),
  'frame-not-allowed': message('reason_frame_not_allowed'),
  'page-policy': message('reason_page_policy'),
  'address-refused': message('reason_address_refused'),
  'address-unreachable': message('reason_address_unreachable'),
  'address-wrong-answer': message('reason_address_wrong_answer'),
  connecting: message('reason_connecting'),
  'connector-unreachable': message('reason_connector_unreachable'),
  'token-refused': message('reason_token_refused'),
  'origin-refused': message('reason_origin_refused'),
  'no-asset': message('reason_no_asset'),
  'other-account': message('reason_other_account'),
  'out-of-credit': message('reason_out_of_credit'),
  'budget-spent': message('reason_budget_spent'),
  'rate-zero': message('reason_rate_zero'),
  'receiver-unreachable': message('reason_receiver_unreachable'),
  'receiver-refused': message('reason_receiver_refused'),
  'delivery-unproven': message('reason_delivery_unproven'),
  'rate-dropped': message('reason_rate_dropped'),
  'wrong-clock': message('reason_wrong_clock'),
  'clock-jumped': message('reason_clock_jumped'),
  'internal-fault': message('reason_internal_fault'),
  'too-many-tags': message('reason_too_many_tags'),
  replaced: message('reason_replaced'),
  'book-damaged': message('reason_book_damaged'),
  'never-pay': SITE_RULE_REASONS['never-pay'],
  'rate-zero-here': SITE_RULE_REASONS['rate-zero-here'],
  'site-cap-reached': SITE_RULE_REASONS['site-cap-reached'],
}
