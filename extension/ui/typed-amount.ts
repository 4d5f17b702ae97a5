import type { Asset } from '../../src/money/asset.ts'
import { decimalMark } from './decimal-mark.ts'
import { plainAmount } from './plain-amount.ts'
import { LANGUAGE } from './words/language.ts'

/** What a field holds before it is typed into: with the reader's own decimal mark, which is read back as any other. */
export const typedAmount = (units: string, asset: Asset): string =>
  typedNumber(plainAmount(units, asset))

export const typedNumber = (text: string): string => text.replace('.', decimalMark(LANGUAGE))
