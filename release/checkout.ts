import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { ZipEntry } from './zip-entry.ts'

/** Throws in git's own words where it fails, or is not there. */
const git = (root: string, ...args: string[]): string => {
  try {
    return execFileSync('git', ['-C', root, ...args], {
      encoding: 'utf8',
      maxBuffer: 64 << 20,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (cause) {
    const { stderr, message } = cause as Error & { stderr?: string }
    throw new Error(stderr?.trim() || message, { cause })
  }
}

const lines = (text: string): readonly string[] => text.split('\0').filter(Boolean)

/**
 * Whether the folder is a whole git checkout: the unpacked source package is none. Git is not asked: where it fails, that
 * has to be known, and not be taken for a folder without it.
 */
export const isCheckout = (root: string): boolean => existsSync(join(root, '.git'))

/**
 * Files of a checkout that are not as they were committed. Ignored ones count in `public`, which is copied into the extension
 * whole: the desktop of some machines leaves files there. Throws, in git's words, where git cannot tell.
 */
export const changedFiles = (root: string): readonly string[] => {
  const top = git(root, 'rev-parse', '--show-toplevel').trim()
  // One whose .git is broken, in another one.
  if (realpathSync(top) !== realpathSync(root))
    throw new Error(`git takes this folder for a part of ${top}`)
  return [
    ...lines(git(root, 'status', '--porcelain', '-z', '--no-renames', '--untracked-files=all')).map(
      (line) => line.slice(3),
    ),
    ...lines(
      git(root, 'ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--', 'public'),
    ),
  ]
}

/** What git tracks, from the working copy, which has to be clean. */
export const trackedFiles = (root: string): readonly ZipEntry[] =>
  lines(git(root, 'ls-files', '-z', '--stage')).map((line) => {
    const [stage = '', path = ''] = line.split('\t')
    const bytes = readFileSync(join(root, path))
    return { path, bytes, executable: stage.startsWith('100755') }
  })
