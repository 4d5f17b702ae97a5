import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { Buffer as StandIn } from '../stand-ins/buffer.ts'
import { bundleLibraries } from './bundle-libraries.ts'
import { textCompilers } from './text-compilers.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Names and modules of Interledger's that the wallet's sources import. */
const imported = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file) && !/\.spec\.ts$|testing\/|sizes\//.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      const found = text.matchAll(/^import (?!type)([^;]*?) from '((?:ilp-|btp-)[^']*|events)'/gms)
      return [...found].flatMap(([, names = '', module]) =>
        names
          .split(/[{},\s]+(?:type \w+)?/)
          .filter((name) => /^[a-z]\w*$/i.test(name) && !['type', 'as'].includes(name))
          .map((name) => `${module} ${name}`),
      )
    })

let code = ''
beforeAll(async () => {
  code = (await bundleLibraries({ minify: false })).code
})

it('weighs all that the wallet imports', () => {
  const entry = readFileSync(at('extension/sizes/libraries.ts'), 'utf8')
  const all = [...new Set([...imported(at('src')), ...imported(at('extension'))])]
  expect(all.length).toBeGreaterThan(15)
  const missing = all.filter((one) => {
    const [module, name] = one.split(' ')
    const [, names = ''] = new RegExp(`export ([^;']*?) from '${module}'$`, 'ms').exec(entry) ?? []
    return !new RegExp(`\\b(${name}|default)\\b|\\* as ${name}`).test(names)
  })
  expect(missing).toEqual([])
})

it('compiles no text', () => {
  expect(textCompilers(code)).toEqual([])
})

it('asks of a Buffer only what ours has', () => {
  const statics = [...code.matchAll(/\bBuffer\.(\w+)/g)].map(([, name]) => name!)
  expect(statics).toContain('concat')
  expect(statics.filter((name) => !Object.hasOwn(StandIn, name))).toEqual([])
  const numbers = [...code.matchAll(/\.((?:read|write)\w+[BL]E)\(/g)].map(([, name]) => name!)
  expect(numbers).toContain('readUIntBE')
  expect(numbers.filter((name) => !(name in StandIn.alloc(0)))).toEqual([])
})
