import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAmount } from './parse-amount.ts'

describe('parseAmount', () => {
  it.each([
    ['5', 9, 5_000_000_000n],
    ['5.00', 2, 500n],
    ['0,36', 9, 360_000_000n],
    ['.5', 1, 5n],
    ['1.', 0, 1n],
    ['1.50', 1, 15n],
    [' 7 ', 0, 7n],
    ['0.001', 2, 'amount-too-fine'],
    ['', 2, 'amount-malformed'],
    ['.', 2, 'amount-malformed'],
    ['-1', 2, 'amount-malformed'],
    ['1e3', 2, 'amount-malformed'],
    ['1.000,00', 2, 'amount-malformed'],
    ['٣', 2, 'amount-malformed'],
    ['18446744073709551616', 0, 'amount-too-large'],
    ['9'.repeat(400), 0, 'amount-too-large'],
  ])('%j at scale %d', (text, scale, expected) => {
    expect(parseAmount(text, scale)).toBe(expected)
  })

  it('reads back every amount that can be written, at every scale', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 2n ** 64n - 1n),
        fc.integer({ min: 0, max: 18 }),
        (units, scale) => {
          const digits = units.toString().padStart(scale + 1, '0')
          const text = `${digits.slice(0, digits.length - scale)}.${digits.slice(digits.length - scale)}`
          expect(parseAmount(text, scale)).toBe(units)
        },
      ),
    )
  })
})
