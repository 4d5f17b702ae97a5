/** Words that are there whatever is shown. */
export const WALLET_WORDS = {
  name: 'Tributary',
  payments: 'Payments',
  waking: 'Waking the wallet…',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Select and copy it by hand',
  save: 'Save',
  saved: 'Saved',
} as const
