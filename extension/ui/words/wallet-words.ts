import { message } from './message.ts'

/** Words that are there whatever is shown. */
export const WALLET_WORDS = {
  name: message('extension_name'),
  payments: message('popup_payments'),
  waking: message('popup_waking'),
  unusable: {
    newer: message('popup_unusable_newer'),
    unreadable: message('popup_unusable_unreadable'),
  },
  copy: message('popup_copy'),
  copied: message('popup_copied'),
  copyFailed: message('popup_copyFailed'),
  save: message('popup_save'),
  saved: message('popup_saved'),
} as const
