import { kept } from './kept.ts'
import { LANGUAGE } from './words/language.ts'

const SHAPES: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { month: 'long', year: 'numeric' },
  10: { day: 'numeric', month: 'short', year: 'numeric' },
}

const formatOf = kept((length: number) => new Intl.DateTimeFormat(LANGUAGE, SHAPES[length] ?? {}))

/** `2026`, `November 2026`, `25 Nov 2026`: a span of the history as people read it. */
export const formatSpan = (span: string): string => {
  const [year = 0, month = 1, day = 1] = span.split('-').map(Number)
  const noon = new Date(year, month - 1, day, 12)
  return formatOf(span.length).format(noon)
}
