import { expect, it } from 'vitest'
import { billOfMaterials } from './bill-of-materials.ts'

const hash = (byte: string): string => `sha512-${Buffer.from(byte.repeat(64)).toString('base64')}`
const PACKAGES = {
  '': { version: '1.0.0', license: 'Apache-2.0', dependencies: { b: '1', '@s/a': '1' } },
  'node_modules/b': {
    version: '1.0.0',
    license: 'MIT',
    integrity: hash('b'),
    dependencies: { c: '2', shared: '1' },
  },
  'node_modules/b/node_modules/c': { version: '2.0.0', license: 'ISC', dependencies: { b: '1' } },
  'node_modules/c': { version: '1.0.0', license: 'ISC' },
  'node_modules/@s/a': { version: '1.0.0', license: 'MIT', dependencies: { shared: '1' } },
  'node_modules/@s/a/node_modules/shared': { version: '1.0.0', license: 'MIT' },
  'node_modules/shared': { version: '1.0.0', license: 'MIT' },
  'node_modules/tool': { version: '1.0.0', license: 'MIT', dependencies: { c: '1' } },
}

interface Bill {
  readonly components: readonly {
    readonly purl: string
    readonly scope: string
    readonly hashes?: readonly { readonly content: string }[]
  }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

const SHIPPED = new Set(['b@1.0.0'])
const bill = (packages = PACKAGES): Bill =>
  JSON.parse(billOfMaterials(packages, 'wallet', SHIPPED)) as Bill

it('has what is reached at run time, each once, and no tool', () => {
  expect(bill().components.map(({ purl }) => purl)).toEqual([
    'pkg:npm/%40s/a@1.0.0',
    'pkg:npm/b@1.0.0',
    'pkg:npm/c@2.0.0',
    'pkg:npm/shared@1.0.0',
  ])
})

it('says who asks for what, as Node would find it', () => {
  expect(bill().dependencies).toEqual([
    { ref: 'wallet@1.0.0', dependsOn: ['@s/a@1.0.0', 'b@1.0.0'] },
    { ref: '@s/a@1.0.0', dependsOn: ['shared@1.0.0'] },
    { ref: 'b@1.0.0', dependsOn: ['c@2.0.0', 'shared@1.0.0'] },
    { ref: 'c@2.0.0', dependsOn: ['b@1.0.0'] },
    { ref: 'shared@1.0.0', dependsOn: [] },
  ])
})

it('tells what is in the bundle, and the hash of what was downloaded', () => {
  const [a, b] = bill().components
  expect([a?.scope, b?.scope]).toEqual(['excluded', 'required'])
  expect(b?.hashes?.[0]?.content).toBe('62'.repeat(64))
})

it('is the same for the same packages in another order', () => {
  const reversed = Object.fromEntries(Object.entries(PACKAGES).reverse()) as typeof PACKAGES
  expect(billOfMaterials(reversed, 'wallet', SHIPPED)).toBe(
    billOfMaterials(PACKAGES, 'wallet', SHIPPED),
  )
})
