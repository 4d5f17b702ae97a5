import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const LOCK = JSON.stringify({ version: '1.2.0', packages: { '': {} } })

/** A sentence with nothing in it, and one with a number. */
const TEXTS = JSON.stringify({
  a: { message: 'Pays' },
  b: { message: 'Paid $SPENT$', placeholders: { spent: { content: '$1' } } },
})

/** All that a package can be made of, as far as is looked at before the build. */
const FILES: Readonly<Record<string, string>> = {
  '.gitignore': 'node_modules\ndist\npackages\n.DS_Store\n',
  'package.json': JSON.stringify({ name: 'small', version: '1.2.0' }),
  'package-lock.json': LOCK,
  'node_modules/.package-lock.json': JSON.stringify({ packages: {} }),
  'manifest.json': JSON.stringify({ version: '1.2.0', name: '__MSG_a__' }),
  'CHANGELOG.md': '# Changelog\n\n## [1.2.0] - 2026-01-02\n\n### Added\n\n- This.\n',
  'public/_locales/en/messages.json': TEXTS,
  'public/_locales/de/messages.json': TEXTS,
}

export interface SmallCheckout {
  readonly root: string
  write(path: string, text: string): void
  git(...args: string[]): void
  remove(): void
}

/** In a folder of its own, in `in` if that is given; committed if it is under git at all. */
export const smallCheckout = (how: { git: boolean; in?: string }): SmallCheckout => {
  const root = mkdtempSync(join(how.in ?? tmpdir(), 'tributary-release-'))
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const git = (...args: string[]): void => {
    const who = ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.com']
    execFileSync('git', ['-C', root, ...who, ...args], { stdio: 'ignore' })
  }
  for (const [path, text] of Object.entries(FILES)) write(path, text)
  if (how.git) {
    git('init')
    git('add', '--all')
    git('commit', '--message', 'All')
  }
  return { root, write, git, remove: () => rmSync(root, { recursive: true, force: true }) }
}
