import { crc32 as zlibCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crc32 } from './crc32.ts'

it('knows the check value of the standard', () => {
  expect(crc32('123456789')).toBe(0xcbf43926)
})

it('continues: the sum of two texts is the sum of both together', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(crc32(b, crc32(a))).toBe(crc32(a + b))
    }),
  )
})

it('agrees with zlib', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(crc32(text)).toBe(zlibCrc32(text))
    }),
  )
})
