import { message } from './message.ts'

export const HELP_WORDS = {
  more: message('help_more'),
  moreAbout: (told: string) => message('help_moreAbout', told),
  all: message('help_all'),
} as const
