import browser from 'webextension-polyfill'
import type { MessageKey } from '../ui/words/message.ts'

/**
 * A text of public/_locales in the browser's language, for what has no page of ours around it: tooltips, menus,
 * notifications. Where a browser does not find it, people see its key.
 */
export const messageText = (key: MessageKey, ...parts: readonly string[]): string =>
  browser.i18n.getMessage(key, [...parts]) || key
