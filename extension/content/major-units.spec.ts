import { expect, test } from 'vitest'
import { majorUnits } from './major-units.ts'

test.each([
  ['1', 4, '0.0001'],
  ['12300', 4, '1.23'],
  ['10000', 4, '1'],
  ['7', 0, '7'],
  ['100', 0, '100'],
  ['18446744073709551615', 9, '18446744073.709551615'],
  ['1', 18, '0.000000000000000001'],
])('%s at scale %i is %s', (amount, scale, value) => {
  expect(majorUnits(amount, scale)).toBe(value)
})
