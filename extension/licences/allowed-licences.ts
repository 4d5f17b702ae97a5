/** Under which a package may be in what we ship: all that they ask for is to be named, with their text. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
])

/** Asks in addition that whoever gets a file of it can get its source: unchanged, where `LICENSES.txt` says. */
const ALLOWED_UNCHANGED: ReadonlyMap<string, string> = new Map([
  ['webextension-polyfill', 'MPL-2.0'],
])

/** What the package's own package.json does not say, and its text does. */
const SAID_BY_TEXT: ReadonlyMap<string, string> = new Map([
  ['oer-utils', 'Apache-2.0'],
  ['only', 'MIT'],
])

/** The SPDX expression of a package, by its name and what its package.json says; null where nothing does. */
export const licenceOf = (name: string, said: string | undefined): string | null =>
  said ?? SAID_BY_TEXT.get(name) ?? null

export const mayBeShipped = (name: string, licence: string | null): boolean =>
  licence !== null && (ALLOWED.has(licence) || ALLOWED_UNCHANGED.get(name) === licence)
