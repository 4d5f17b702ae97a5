import { message } from './message.ts'

/** The same in every language (`.example`: RFC 2606, section 2). */
const POINTER_EXAMPLE = '$wallet.example/alice'

/** The page on which the wallet is tried. */
export const TRY_WORDS = {
  pageTitle: message('try_pageTitle'),
  title: message('try_title'),
  what: message('try_what'),
  notReady: message('try_notReady'),
  pointer: message('try_pointer'),
  pointerHint: message('try_pointerHint', POINTER_EXAMPLE),
  pointerMalformed: message('try_pointerMalformed'),
  pay: message('try_pay'),
  stop: message('try_stop'),
  heard: message('try_heard'),
  nothingHeard: message('try_nothingHeard'),
} as const
