import { kept } from './kept.ts'
import { LANGUAGE } from './words/language.ts'

const formatOf = kept(
  (language: string) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }),
)

/** `1 December`: the day on which a budget renews, in the reader's own time zone. */
export const formatDay = (time: number): string => formatOf(LANGUAGE).format(time)
