import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findProblems } from './find-problems.ts'
import { smallCheckout, type SmallCheckout } from './testing/small-checkout.ts'

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
    [
      'a language lacks a sentence',
      'public/_locales/de/messages.json',
      '{ "a": {} }',
      'de/messages.json lacks b: translate it',
    ],
    [
      'a language has a sentence too many',
      'public/_locales/de/messages.json',
      '{ "a": {}, "b": {}, "c": {} }',
      'de/messages.json has c, which English has not',
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

  it('takes no version that a store would refuse', () => {
    for (const file of ['package.json', 'manifest.json'])
      checkout.write(file, '{ "name": "small", "version": "1.2.0-beta.1" }')
    expect(findProblems(checkout.root)).toContain(
      'manifest.json has the version 1.2.0-beta.1: stores take numbers with dots between them.',
    )
  })
})
