import { LANGUAGE } from './words/language.ts'

/** `1 December`: the day on which a budget renews, in the reader's own time zone. */
export const formatDay = (time: number): string =>
  new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'long' }).format(time)
