import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../demo/build-extension.ts'
import { ROOT } from '../demo/root.ts'
import { packagesNamed } from '../extension/licences/licences-text.ts'
import { buildPackages } from './build-packages.ts'
import { filesIn } from './files-in.ts'

/** All that a build reads. */
const SOURCES = [
  ...['extension', 'src', 'public', 'manifest.json', 'vite.config.ts', 'LICENSE', 'docs/help.md'],
  ...['package.json', 'package-lock.json'],
  ...['tsconfig.json', 'tsconfig.extension.json', 'tsconfig.node.json'],
]
const BROWSERS = ['chrome', 'firefox'] as const

const there = mkdtempSync(join(tmpdir(), 'tributary-built-'))
/** One is named like nothing else, the other lies deeper. */
const FOLDERS = [join(there, 'first'), join(there, 'deeper', 'än other', 'second')] as const

const buildIn = async (root: string): Promise<void> => {
  mkdirSync(root, { recursive: true })
  for (const path of SOURCES) cpSync(join(ROOT, path), join(root, path), { recursive: true })
  // Packages of the source are made of what git tracks; the rest is not looked at.
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' })
  git('init')
  git('add', '--', ...SOURCES)
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction')
  await buildExtension('firefox', root)
}

beforeAll(async () => {
  for (const folder of FOLDERS) await buildIn(folder)
}, 300_000)
afterAll(() => rmSync(there, { recursive: true, force: true }))

const read = (browser: string, file: string): string =>
  readFileSync(join(FOLDERS[0], 'dist', browser, file), 'utf8')

it('makes the same bytes in two folders, without a name of either', () => {
  const [first, second] = FOLDERS.map(buildPackages)
  expect([...first!.keys()].map((name) => name.replace(/-[\d.]+\d/, ''))).toEqual([
    'tributary-chrome.zip',
    'tributary-firefox.xpi',
    'tributary-source.zip',
    'tributary.cdx.json',
    'SHA256SUMS',
  ])
  expect([...first!.keys()]).toEqual([...second!.keys()])
  for (const [name, bytes] of first!) {
    expect(bytes.length, name).toBeGreaterThan(100)
    expect(Buffer.from(bytes).equals(second!.get(name)!), name).toBe(true)
  }
  const names = filesIn(join(FOLDERS[0], 'dist')).filter(({ bytes }) =>
    [there, ROOT, 'node_modules/'].some((path) => Buffer.from(bytes).includes(path)),
  )
  expect(names.map(({ path }) => path)).toEqual([])
})

it('packs what is listed in its sums', () => {
  const sums = Buffer.from(buildPackages(FOLDERS[0]).get('SHA256SUMS')!).toString()
  expect(sums.trim().split('\n')).toHaveLength(4)
  for (const line of sums.trim().split('\n'))
    expect(line).toMatch(
      /^[0-9a-f]{64} {2}tributary-[\d.]+(-chrome\.zip|-firefox\.xpi|-source\.zip|\.cdx\.json)$/,
    )
})

it('names each package of the bundle in the licences and in the bill of materials', () => {
  const bill = [...buildPackages(FOLDERS[0])].find(([name]) => name.endsWith('.cdx.json'))![1]
  const { components } = JSON.parse(Buffer.from(bill).toString()) as {
    components: { 'bom-ref': string; scope: string }[]
  }
  const required = components.filter(({ scope }) => scope === 'required')
  const named = [...packagesNamed(read('firefox', 'LICENSES.txt'))]
  // The bundler's own lines are in the bundle; it is no dependency of theirs.
  expect(named.filter((name) => !name.startsWith('rolldown@'))).toEqual(
    required.map((component) => component['bom-ref']),
  )
  expect(named.join()).toMatch(/btp-packet.*preact.*uplot/)
  expect(read('chrome', 'LICENSES.txt')).toBe(read('firefox', 'LICENSES.txt'))
})

describe.each(BROWSERS)('the manifest for %s', (browser) => {
  const built = () => JSON.parse(read(browser, 'manifest.json')) as Record<string, unknown>

  it('is exactly the one that was looked at', () => {
    const { version, ...manifest } = built()
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    const expected = new URL(`manifests/${browser}.json`, import.meta.url)
    expect(manifest).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })

  it('makes nothing web-accessible, and asks for neither tabs nor all addresses', () => {
    const text = read(browser, 'manifest.json')
    expect(Object.keys(built())).not.toContain('web_accessible_resources')
    for (const word of ['"tabs"', '<all_urls>', '*://', 'http://*/', 'unsafe-'])
      expect(text).not.toContain(word)
  })
})
