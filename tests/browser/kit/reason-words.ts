import { expect } from '@playwright/test'
import { REASON_ACTION, type Action } from '../../../extension/popup/reason-action.ts'
import { readCatalogue } from '../../../extension/ui/words/testing/catalogue.ts'
import type { Reason } from '../../../src/reason/reason.ts'
import type { PopupLook } from './popup-look.ts'

const english = readCatalogue('en')

const text = (key: string): string => {
  const { message } = english[key] ?? {}
  if (message === undefined) throw new Error(`no text ${key}`)
  return message
}

/** What people read, by the name that translators know it by. */
export const sentenceOf = (reason: Reason): string => text(`reason_${reason.replaceAll('-', '_')}`)

/** The words of what belongs to one site are among those of its card. */
const SITE_ACTIONS: Partial<Record<Action, string>> = {
  paySite: 'site_pay',
  setSiteRate: 'site_setRate',
  raiseCap: 'site_raiseCap',
}

/** The buttons beside it: the one that asks the browser itself, its one action, or one to copy what somebody else needs. */
const buttonsOf = (reason: Reason): readonly string[] => {
  if (reason === 'origin-refused') return [text('popup_copy')]
  if (reason === 'no-site-access') return [text('welcome_allow')]
  const action = REASON_ACTION[reason]
  return action === null ? [] : [text(SITE_ACTIONS[action] ?? `page_${action}`)]
}

/** Checks what was read beside a reason's code: its sentence, where it leads, and what can be done about it. */
export const expectWordsOf = (
  reason: Reason,
  { words, more, buttons }: Pick<PopupLook['page'], 'words' | 'more' | 'buttons'>,
): void =>
  expect({ words, more, buttons }, reason).toEqual({
    words: sentenceOf(reason),
    more: reason,
    buttons: buttonsOf(reason),
  })
