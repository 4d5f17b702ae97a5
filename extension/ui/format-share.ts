import { shareOf } from './share-of.ts'
import { LANGUAGE } from './words/language.ts'

const FORMAT = new Intl.NumberFormat(LANGUAGE, {
  style: 'percent',
  maximumFractionDigits: 0,
  numberingSystem: 'latn',
  // Never more than there is.
  roundingMode: 'floor',
})

/** `87%`, of whole units. */
export const formatShare = (part: string, whole: string): string =>
  FORMAT.format(shareOf(part, whole))
