import { expect, it } from 'vitest'
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
