import { DIRECTION } from './language.ts'

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/**
 * A piece of text that keeps its own order inside a sentence from right to left: without it `5.00 USD` would
 * read `USD 5.00` there (Unicode Standard Annex 9, "Explicit Directional Isolates").
 */
export const isolated = (text: string): string =>
  DIRECTION === 'rtl' ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text
