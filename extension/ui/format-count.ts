import { LANGUAGE } from './words/language.ts'

const FORMAT = new Intl.NumberFormat(LANGUAGE, { numberingSystem: 'latn' })

export const formatCount = (count: number): string => FORMAT.format(count)
