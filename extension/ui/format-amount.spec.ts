import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount } from './format-amount.ts'

const USD9 = { code: 'USD', scale: 9 }

describe('formatAmount', () => {
  it.each([
    ['360000000', USD9, '0.36 USD'],
    ['5000000000', USD9, '5.00 USD'],
    ['4999999999', USD9, '5.00 USD'],
    ['0', USD9, '0.00 USD'],
    ['123000', USD9, '0.000123 USD'],
    ['1', USD9, '0.000000001 USD'],
    ['9999999', USD9, '0.01 USD'],
    ['-123000', USD9, '−0.000123 USD'],
    ['36', { code: 'USD', scale: 2 }, '0.36 USD'],
    ['7', { code: 'JPY', scale: 0 }, '7 JPY'],
    ['1500', { code: 'JPY', scale: 3 }, '2 JPY'],
    ['1234567', { code: 'XRP', scale: 6 }, '1.23 XRP'],
    ['12', { code: 'loyalty points', scale: 1 }, '1.2 loyalty points'],
    ['90071992547409930000', { code: 'EUR', scale: 4 }, '9,007,199,254,740,993.00 EUR'],
  ])('%s of %o reads %s', (units, asset, text) => {
    expect(formatAmount(units, asset)).toBe(text)
  })

  it('writes the decimal mark of the language', () => {
    expect(formatAmount('1234500', { code: 'EUR', scale: 2 }, { language: 'de' })).toBe(
      '12.345,00 EUR',
    )
    expect(formatAmount('123', USD9, { language: 'de' })).toBe('0,000000123 USD')
  })

  it('writes more decimals where an amount is watched', () => {
    expect(formatAmount('12345678', USD9, { finer: 2 })).toBe('0.0123 USD')
    expect(formatAmount('12', { code: 'USD', scale: 2 }, { finer: 2 })).toBe('0.12 USD')
    expect(formatAmount('1234', USD9, { finer: 2 })).toBe('0.00000123 USD')
  })

  it('never shows something as nothing, and never strays by more than half of its last digit', () => {
    const asset = fc.record({
      code: fc.constantFrom('USD', 'JPY', 'KWD', 'XRP', '', 'a/b'),
      scale: fc.integer({ min: 0, max: 18 }),
    })
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 30n }), asset, (units, of) => {
        const number = formatAmount(units.toString(), of).replaceAll(',', '').split(' ')[0] ?? ''
        const [whole = '', fraction = ''] = number.split('.')
        const shown = BigInt(whole + fraction) * 10n ** BigInt(of.scale - fraction.length)
        const lastDigit = 10n ** BigInt(of.scale - fraction.length)
        expect(shown).toBeGreaterThan(0n)
        expect(2n * (shown > units ? shown - units : units - shown)).toBeLessThanOrEqual(lastDigit)
      }),
    )
  })
})
