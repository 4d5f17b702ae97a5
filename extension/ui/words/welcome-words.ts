import type { IconState } from '../../icon/icon-look.ts'
import { message } from './message.ts'

const ICONS: Readonly<Record<IconState, string>> = {
  paying: message('welcome_iconPaying'),
  nothing: message('welcome_iconNothing'),
  paused: message('welcome_iconPaused'),
  off: message('welcome_iconOff'),
  attention: message('welcome_iconAttention'),
}

/** The page that is opened after the installation. */
export const WELCOME_WORDS = {
  pageTitle: message('welcome_pageTitle'),
  title: message('welcome_title'),
  what: [message('welcome_whatPays'), message('welcome_whatLimit'), message('welcome_whatSeen')],
  doneTitle: message('welcome_doneTitle'),
  done: (budget: string, connector: string) => message('welcome_done', budget, connector),
  pinTitle: message('welcome_pinTitle'),
  pin: message('welcome_pin'),
  pinned: message('welcome_pinned'),
  accessTitle: message('welcome_accessTitle'),
  accessGranted: message('welcome_accessGranted'),
  allow: message('welcome_allow'),
  accessRefused: message('welcome_accessRefused'),
  tryTitle: message('welcome_tryTitle'),
  tryIt: message('welcome_tryIt'),
  tryPage: message('welcome_tryPage'),
  icons: ICONS,
  openGuide: message('welcome_openGuide'),
} as const
