import { DIRECTION, LANGUAGE } from './words/language.ts'

/** Says of a page of ours what its sentences are written in, and from which side. */
export const beInLanguage = ({ documentElement }: Document): void => {
  documentElement.lang = new Intl.Locale(LANGUAGE).baseName
  documentElement.dir = DIRECTION
}
