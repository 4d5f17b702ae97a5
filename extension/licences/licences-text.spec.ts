import { expect, it } from 'vitest'
import { licencesText, packagesNamed } from './licences-text.ts'
import type { LicensedPackage } from './read-package.ts'

const named = (name: string, licence: string | null, text: string | null): LicensedPackage => ({
  name,
  version: '1.0.0',
  licence,
  source: `https://code.example/${name}`,
  text,
})
const OURS = 'Our licence.\n'

it('names every package with its version, source and text, in one order', () => {
  const a = named('a', 'MIT', 'Words of a.\r\nAnd more.\r\n')
  const b = named('b', 'Apache-2.0', null)
  const text = licencesText([b, a], OURS)
  expect(text).toBe(licencesText([a, b], OURS))
  expect(text).toContain('a 1.0.0 (MIT)\nhttps://code.example/a\n\nWords of a.\nAnd more.\n')
  expect(text.indexOf('Our licence.')).toBeLessThan(text.indexOf('a 1.0.0'))
  expect(text.indexOf('a 1.0.0')).toBeLessThan(text.indexOf('b 1.0.0'))
  expect([...packagesNamed(text)]).toEqual(['a@1.0.0', 'b@1.0.0'])
})

it.each([
  ['a licence that is not on the list', named('a', 'GPL-3.0-only', 'Words.'), 'a 1.0.0 (GPL'],
  ['no licence', named('a', null, 'Words.'), 'a 1.0.0 (null)'],
  ["another one's exception", named('a', 'MPL-2.0', 'Words.'), 'a 1.0.0 (MPL-2.0)'],
  ['no text of a licence that wants it', named('a', 'MIT', null), 'brings no text'],
])('refuses a package with %s', (_, refused, said) => {
  const fine = named('fine', 'ISC', 'Words.')
  expect(() => licencesText([fine, refused], OURS)).toThrow(said)
  expect(() => licencesText([fine, refused], OURS)).not.toThrow('fine')
})
