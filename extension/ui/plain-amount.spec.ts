import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LARGEST_AMOUNT } from '../../src/money/units.ts'
import { parseAmount } from '../../src/money/parse-amount.ts'
import { firstBudget } from './first-budget.ts'
import { plainAmount } from './plain-amount.ts'

it.each([
  ['5000000000', { code: 'USD', scale: 9 }, '5.00'],
  ['360000', { code: 'USD', scale: 9 }, '0.00036'],
  ['0', { code: 'USD', scale: 2 }, '0.00'],
  ['5', { code: 'JPY', scale: 0 }, '5'],
  ['90071992547409931', { code: 'XRP', scale: 6 }, '90071992547.409931'],
])('%s of %o is typed %s', (units, asset, text) => {
  expect(plainAmount(units, asset)).toBe(text)
})

it.each([
  [{ code: 'USD', scale: 9 }, '5.00'],
  [{ code: 'USD', scale: 0 }, '5'],
  [{ code: 'XRP', scale: 1 }, '5.0'],
  [{ code: 'JPY', scale: 6 }, '500'],
])('the first budget in %o is %s', (asset, text) => {
  expect(firstBudget(asset)).toBe(text)
})

it('is read back to the unit, in every asset', () => {
  const asset = fc.record({
    code: fc.constantFrom('USD', 'JPY', 'KWD', 'XRP', '', 'a/b'),
    scale: fc.integer({ min: 0, max: 18 }),
  })
  const units = fc.oneof(fc.bigInt(0n, LARGEST_AMOUNT), fc.bigInt(0n, 10_000n))
  const check = (amount: bigint, of: { code: string; scale: number }): void => {
    const text = plainAmount(amount.toString(), of)
    expect(text).toMatch(/^\d+(?:\.\d+)?$/)
    expect(parseAmount(text, of.scale)).toBe(amount)
  }
  fc.assert(fc.property(units, asset, check), { numRuns: 20_000 })
})
