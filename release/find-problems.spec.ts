import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findProblems } from './find-problems.ts'
import { smallCheckout, type SmallCheckout } from './testing/small-checkout.ts'

const GERMAN = 'public/_locales/de/messages.json'
const A = '"a": { "message": "Zahlt" }'
const B = '"b": { "message": "Gezahlt: $Spent$", "placeholders": { "spent": { "content": "$1" } } }'

let checkout: SmallCheckout
afterEach(() => checkout.remove())

describe('of a git checkout', () => {
  beforeEach(() => {
    checkout = smallCheckout({ git: true })
  })

  it('finds nothing wrong with one that is as it was committed', () => {
    expect(findProblems(checkout.root)).toEqual([])
  })

  it.each([
    ['changed', 'manifest.json', '{ "version": "1.2.0" }'],
    ['new', 'src/new file.ts', ''],
    ['ignored, and would be shipped', 'public/.DS_Store', ''],
  ])('names a file that is %s', (_, path, text) => {
    checkout.write(path, text)
    const problems = findProblems(checkout.root)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('Commit them')
    expect(problems[0]?.split('\n').slice(2)).toEqual([`  ${path}`])
  })

  it('names files that are in the index only, or taken away, and no more than one looks at', () => {
    checkout.git('rm', '--cached', '.gitignore')
    for (let at = 0; at < 20; at++) checkout.write(`more/${at}`, '')
    const [problem = ''] = findProblems(checkout.root)
    expect(problem).toContain('  .gitignore\n')
    expect(problem.split('\n').at(-1)).toMatch(/^ {2}and \d+ more$/)
    expect(problem.split('\n').length).toBeLessThan(15)
  })

  it('refuses one of which git cannot tell', () => {
    checkout.write('.git/HEAD', 'broken')
    const problems = findProblems(checkout.root)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('  fatal: not a git repository')
    expect(problems[0]).toContain('until git status works')
  })

  it('refuses one that git takes for a part of another', () => {
    const inner = smallCheckout({ git: true, in: checkout.root })
    inner.write('.git/HEAD', 'broken')
    const problems = findProblems(inner.root)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('git takes this folder for a part of ')
  })
})

describe('of a folder without git, as the source package is', () => {
  beforeEach(() => {
    checkout = smallCheckout({ git: false })
  })

  it('finds nothing wrong', () => {
    expect(findProblems(checkout.root)).toEqual([])
  })

  it.each([
    ['a language lacks a sentence', GERMAN, `{ ${A} }`, 'de/messages.json lacks b: translate it'],
    [
      'a language has a sentence too many',
      GERMAN,
      `{ ${A}, ${B}, "c": { "message": "C" } }`,
      'de/messages.json has c, which English has not',
    ],
    [
      'a sentence is empty',
      GERMAN,
      `{ "a": { "message": " " }, ${B} }`,
      'de/messages.json says nothing at a: write its "message"',
    ],
    [
      'a sentence is none',
      GERMAN,
      `{ "a": {}, ${B} }`,
      'de/messages.json says nothing at a: write its "message"',
    ],
    [
      'a sentence leaves out what English puts in',
      GERMAN,
      `{ ${A}, "b": { "message": "Gezahlt", "placeholders": { "spent": { "content": "$1" } } } }`,
      'de/messages.json does not put in what English does at b ($1): use its placeholders',
    ],
    [
      'a sentence puts in what English does not',
      GERMAN,
      `{ "a": { "message": "Zahlt $1" }, ${B} }`,
      'de/messages.json does not put in what English does at a (nothing)',
    ],
    [
      'a sentence puts in another thing than English',
      GERMAN,
      `{ ${A}, "b": { "message": "Gezahlt: $SPENT$", "placeholders": { "spent": { "content": "$2" } } } }`,
      'de/messages.json does not put in what English does at b ($1)',
    ],
    ['a language is not JSON', GERMAN, '{ "a": ', 'de/messages.json cannot be read ('],
    [
      'the manifest asks for a sentence that is not there',
      'manifest.json',
      '{ "version": "1.2.0", "name": "__MSG_extension_name__" }',
      'manifest.json asks for extension_name: add it to public/_locales/en/messages.json',
    ],
    [
      'package.json has another version',
      'package.json',
      '{ "name": "small", "version": "1.3.0" }',
      'manifest.json has the version 1.2.0, package.json has 1.3.0',
    ],
    [
      'the lock file has another version',
      'package-lock.json',
      '{ "version": "1.1.0", "packages": { "": {} } }',
      'package-lock.json has 1.1.0',
    ],
    [
      'the changelog has no section of this version',
      'CHANGELOG.md',
      '# Changelog\n\n## [1.1.0] - 2026-01-01\n\n- This of 1.2.0.\n',
      'CHANGELOG.md says nothing of 1.2.0',
    ],
    [
      'its section is empty',
      'CHANGELOG.md',
      '## [1.2.0] - 2026-01-02\n\n### Added\n\n## [1.1.0] - 2026-01-01\n\n- This.\n',
      'CHANGELOG.md says nothing of 1.2.0',
    ],
    [
      'other packages are installed',
      'node_modules/.package-lock.json',
      '{ "packages": { "node_modules/a": { "version": "1.0.0" } } }',
      'npm ci --ignore-scripts',
    ],
  ])('says so where %s', (_, path, text, said) => {
    checkout.write(path, text)
    const problems = findProblems(checkout.root)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(said)
  })

  it('names a placeholder that is not explained, in English too', () => {
    for (const locale of ['en', 'de'])
      checkout.write(
        `public/_locales/${locale}/messages.json`,
        `{ ${A}, "b": { "message": "$SPEND$ $SPENT$", "placeholders": { "spent": { "content": "$1" } } } }`,
      )
    expect(findProblems(checkout.root)).toEqual(
      ['de', 'en'].map(
        (locale) =>
          `public/_locales/${locale}/messages.json does not say what goes in at $SPEND$ of b: add it to "placeholders".`,
      ),
    )
  })

  it('takes no version that a store would refuse', () => {
    for (const file of ['package.json', 'manifest.json'])
      checkout.write(file, '{ "name": "small", "version": "1.2.0-beta.1" }')
    expect(findProblems(checkout.root)).toContain(
      'manifest.json has the version 1.2.0-beta.1: stores take numbers with dots between them.',
    )
  })
})
