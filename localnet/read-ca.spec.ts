import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeThrowawayCa } from '../browsers/throwaway-ca.ts'
import { readCa } from './read-ca.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-ca-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { caCertPem, chainPem, keyPem } = makeThrowawayCa(['localhost'])
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('each certificate of a file is read, and nothing else of it', () => {
  const path = file('chain.pem', `Mine:\n${keyPem}${chainPem}`)
  const { certificates } = readCa(path)
  expect(certificates).toHaveLength(2)
  expect(`${certificates[1]}\n`).toBe(caCertPem)
})

test.each([
  ['', '--ca takes a file'],
  [join(folder, 'none.pem'), `there is no file ${join(folder, 'none.pem')}`],
  [folder, 'is a folder: name the file in it'],
  [file('key.pem', keyPem), 'there is no certificate in'],
  [file('der.cer', '\u0030\u0082'), 'openssl x509 -inform der'],
  [file('damaged.pem', caCertPem.replace(/^MII.{20}/m, '')), 'is damaged'],
])('%j is refused in words', (given, words) => {
  expect(() => readCa(given)).toThrow(words)
})
