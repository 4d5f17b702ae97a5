import browser from '../../native-browser.ts'

/** Messages say themselves what they are in: browsers tell only what their own interface is in. */
const written = browser.i18n.getMessage('language_tag')
const shown = browser.i18n.getUILanguage()

/**
 * The language of every sentence in this folder, with the browser's region if it is the same language. Numbers and
 * dates are written to match, in the digits that fields are typed in.
 */
export const LANGUAGE = new Intl.Locale(
  shown.split('-')[0] === written.split('-')[0] ? shown : written,
  { numberingSystem: 'latn' },
).toString()

export const DIRECTION = browser.i18n.getMessage('language_direction') === 'rtl' ? 'rtl' : 'ltr'
