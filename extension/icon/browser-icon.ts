import browser from 'webextension-polyfill'
import type { Reason } from '../../src/reason/reason.ts'
import { messageText } from '../messages/message-text.ts'
import { LANGUAGE } from '../ui/words/language.ts'
import type { IconLook } from './icon-look.ts'
import type { Paint } from './paint-icon.ts'

type Underscored<Code extends string> = Code extends `${infer First}-${infer Rest}`
  ? `${First}_${Underscored<Rest>}`
  : Code

/** The key of a reason's sentence. A reason without one does not compile. */
const reasonKey = <Code extends Reason>(code: Code) =>
  `reason_${code.replaceAll('-', '_') as Underscored<Code>}` as const

const clockTime = (at: number): string =>
  new Intl.DateTimeFormat(LANGUAGE, { timeStyle: 'short' }).format(at)

const tooltip = ({ state, about }: IconLook, pausedUntil: number | null): string => {
  if (about === 'paused' && pausedUntil !== null)
    return messageText('icon_paused_until', clockTime(pausedUntil))
  if (about === 'site-share') return messageText('reason_site_share')
  if (about === 'unusable') return messageText('icon_unusable')
  if (about !== null) return messageText(reasonKey(about))
  return messageText(state === 'paying' ? 'icon_paying' : 'icon_nothing')
}

/** The polyfill does not know `action`: it is called as each browser has it, which is the same in both. */
const { action } = browser

export const paintIcon: Paint = async (tab, look, pausedUntil) => {
  const of = tab === null ? {} : { tabId: tab }
  const path = (size: 16 | 32): string => `/icons/states/${look.state}-${size}.png`
  const title = `${messageText('extension_name')}: ${tooltip(look, pausedUntil)}`
  await Promise.all([
    action.setIcon({ ...of, path: { 16: path(16), 32: path(32) } }),
    action.setTitle({ ...of, title }),
    action.setBadgeText({ ...of, text: look.state === 'attention' ? '!' : '' }),
  ])
}

/** Kept by the browser, for all tabs. */
export const colourBadge = (): Promise<void> => action.setBadgeBackgroundColor({ color: '#a02e1d' })
