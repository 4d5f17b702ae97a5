import { message } from './message.ts'

export const HISTORY_BUTTON_WORDS = { open: message('history_title') } as const
