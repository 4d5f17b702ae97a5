import browser from '../native-browser.ts'

/**
 * A text of public/_locales in the browser's language, for what has no page of ours around it: tooltips, menus,
 * notifications. A key that is not there is a fault that a test finds; people see the key then.
 */
export const messageText = (key: string, ...parts: readonly string[]): string =>
  browser.i18n.getMessage(key, [...parts]) || key
