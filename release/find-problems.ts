import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesInstalled } from '../setup/packages-installed.mjs'
import { localeProblems, type LocaleKeys } from './locale-problems.ts'
import { treeProblems } from './tree-problems.ts'
import { versionProblems } from './version-problems.ts'

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
    ...treeProblems(root),
    ...(packagesInstalled(root)
      ? []
      : ['What is installed is not what package-lock.json asks for: run npm ci --ignore-scripts.']),
    ...versionProblems(versions, readFileSync(join(root, 'CHANGELOG.md'), 'utf8')),
    ...localeProblems(readLocales(root)),
  ]
}
