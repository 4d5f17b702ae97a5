import browser from '../../native-browser.ts'
import type messages from '../../../public/_locales/en/messages.json'
import { isolated } from './isolated.ts'

type Messages = typeof messages
export type MessageKey = keyof Messages
/** As many texts as the message has placeholders: none, or at least one. */
type Substitutions<Key extends MessageKey> = Messages[Key] extends { placeholders: object }
  ? readonly [string, ...string[]]
  : readonly []

/** A text in the language of the browser; in English where there is none. Reading it is synchronous. */
export const message = <Key extends MessageKey>(
  key: Key,
  ...substitutions: Substitutions<Key>
): string => browser.i18n.getMessage(key, substitutions.map(isolated))
