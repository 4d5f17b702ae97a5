import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesInstalled } from '../setup/packages-installed.mjs'
import type { Catalogue } from './catalogue.ts'
import { localeProblems, manifestProblems } from './locale-problems.ts'
import { treeProblems } from './tree-problems.ts'
import { versionProblems } from './version-problems.ts'

const localeProblemsIn = (root: string): readonly string[] => {
  const folder = join(root, 'public', '_locales')
  const unread: string[] = []
  const locales: Record<string, Catalogue> = {}
  for (const locale of readdirSync(folder)) {
    const file = join(folder, locale, 'messages.json')
    try {
      locales[locale] = JSON.parse(readFileSync(file, 'utf8')) as Catalogue
    } catch (error) {
      const why = (error as Error).message
      unread.push(`public/_locales/${locale}/messages.json cannot be read (${why}): mend it.`)
    }
  }
  // What is not there cannot be compared with, either.
  if (unread.length > 0) return unread
  const manifest = readFileSync(join(root, 'manifest.json'), 'utf8')
  return [...localeProblems(locales), ...manifestProblems(manifest, locales['en'] ?? {})]
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
    ...localeProblemsIn(root),
  ]
}
