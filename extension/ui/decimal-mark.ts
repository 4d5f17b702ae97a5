import { kept } from './kept.ts'

/** The point of `0.36`, or the comma of `0,36`. */
export const decimalMark = kept(
  (language: string): string =>
    new Intl.NumberFormat(language, { numberingSystem: 'latn' })
      .formatToParts(0.5)
      .find(({ type }) => type === 'decimal')?.value ?? '.',
)
