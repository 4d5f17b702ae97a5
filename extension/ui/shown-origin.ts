import { SITE_WORDS } from './words/site-words.ts'

/** The page of ours that is paid: it is not a site, and has no rules. */
export const isOurs = (origin: string): boolean => origin === location.origin

/** An origin as people read it: https goes without saying, anything else is said. */
export const shownOrigin = (origin: string): string =>
  isOurs(origin) ? SITE_WORDS.ours : origin.replace(/^https:\/\//, '')
