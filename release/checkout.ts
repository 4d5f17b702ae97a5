import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { ZipEntry } from './zip-entry.ts'

const git = (root: string, ...args: string[]): string =>
  execFileSync('git', ['-C', root, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const lines = (text: string): readonly string[] => text.split('\0').filter(Boolean)

/** Whether the folder is a whole git checkout: the unpacked source package is none. */
export const isCheckout = (root: string): boolean => {
  try {
    return realpathSync(git(root, 'rev-parse', '--show-toplevel').trim()) === realpathSync(root)
  } catch {
    return false
  }
}

/**
 * Files that are not as they were committed. Ignored ones count in `public`, which is copied into the extension whole: the
 * desktop of some machines leaves files there.
 */
export const changedFiles = (root: string): readonly string[] => [
  ...lines(git(root, 'status', '--porcelain', '-z', '--no-renames', '--untracked-files=all')).map(
    (line) => line.slice(3),
  ),
  ...lines(
    git(root, 'ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--', 'public'),
  ),
]

/** What git tracks, from the working copy, which has to be clean. */
export const trackedFiles = (root: string): readonly ZipEntry[] =>
  lines(git(root, 'ls-files', '-z', '--stage')).map((line) => {
    const [stage = '', path = ''] = line.split('\t')
    const bytes = readFileSync(join(root, path))
    return { path, bytes, executable: stage.startsWith('100755') }
  })
