import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesInstalled } from '../setup/packages-installed.mjs'
import { changedFiles, isCheckout } from './checkout.ts'
import { localeProblems, type LocaleKeys } from './locale-problems.ts'
import { versionProblems } from './version-problems.ts'

/** As many as one looks at. */
const NAMED = 10

const treeProblems = (changed: readonly string[]): readonly string[] =>
  changed.length === 0
    ? []
    : [
        [
          'Files are not as they were committed, and nobody could build the same again.',
          'Commit them, or put them away (git stash --include-untracked; delete those that git ignores):',
          ...changed.slice(0, NAMED).map((file) => `  ${file}`),
          ...(changed.length > NAMED ? [`  and ${changed.length - NAMED} more`] : []),
        ].join('\n'),
      ]

const readLocales = (root: string): LocaleKeys => {
  const folder = join(root, 'public', '_locales')
  const keysOf = (locale: string): ReadonlySet<string> =>
    new Set(
      Object.keys(
        JSON.parse(readFileSync(join(folder, locale, 'messages.json'), 'utf8')) as object,
      ),
    )
  return Object.fromEntries(readdirSync(folder).map((locale) => [locale, keysOf(locale)]))
}

/** Why no package can be made of a folder, each with what to do. */
export const findProblems = (root: string): readonly string[] => {
  const versionIn = (file: string): string =>
    (JSON.parse(readFileSync(join(root, file), 'utf8')) as { version: string }).version
  const versions = {
    'package.json': versionIn('package.json'),
    'package-lock.json': versionIn('package-lock.json'),
    'manifest.json': versionIn('manifest.json'),
  }
  return [
    ...(isCheckout(root) ? treeProblems(changedFiles(root)) : []),
    ...(packagesInstalled(root)
      ? []
      : ['What is installed is not what package-lock.json asks for: run npm ci --ignore-scripts.']),
    ...versionProblems(versions, readFileSync(join(root, 'CHANGELOG.md'), 'utf8')),
    ...localeProblems(readLocales(root)),
  ]
}
