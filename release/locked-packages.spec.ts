import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../demo/root.ts'
import { licenceOf, mayBeShipped } from '../extension/licences/allowed-licences.ts'
import { billOfMaterials } from './bill-of-materials.ts'
import { nameAt, readLock } from './lock-file.ts'

/** Of tools that are never shipped. */
const TOOLS_MAY_HAVE = ['BlueOak-1.0.0', 'CC0-1.0', 'MPL-2.0', 'Python-2.0']

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const lock = readLock(ROOT)

const runtime = Object.keys(
  (JSON.parse(read('package.json')) as { dependencies: Record<string, string> }).dependencies,
)

it('has only packages whose licence is on a list', () => {
  const licences = Object.entries(lock)
    .slice(1)
    .map(([path, { license }]) => [path, licenceOf(nameAt(path), license)] as const)
  expect(licences.length).toBeGreaterThan(400)
  const unknown = licences.filter(
    ([path, licence]) =>
      !mayBeShipped(nameAt(path), licence) && !TOOLS_MAY_HAVE.includes(licence ?? ''),
  )
  expect(unknown).toEqual([])
})

it('depends at run time only on what may be shipped', () => {
  const { components } = JSON.parse(billOfMaterials(lock, 'tributary', new Set())) as {
    components: { name: string; licenses?: { license: { id: string } }[] }[]
  }
  expect(components.length).toBeGreaterThan(runtime.length)
  const refused = components.filter(
    ({ name, licenses }) => !mayBeShipped(name, licenses?.[0]?.license.id ?? null),
  )
  expect(refused).toEqual([])
})

it('says in ARCHITECTURE.md why there is each runtime dependency, and of nothing else', () => {
  const [, table = ''] = read('ARCHITECTURE.md').split('## Runtime dependencies, and why')
  const rows = table.split('\n').flatMap((line) => {
    const [, packages = '', why = ''] = line.split('|').map((cell) => cell.trim())
    return why === '' ? [] : [...packages.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)
  })
  expect(rows.sort()).toEqual([...runtime].sort())
})

it('names versions exactly, and no registry', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  )
  expect(loose).toEqual([])
  expect(read('package-lock.json')).not.toContain('"resolved"')
})
