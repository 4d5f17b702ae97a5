import { expect, test } from 'vitest'
import { isMonetizationRel } from './monetization-rel.ts'

test.each(['monetization', 'MonetiZation', 'nofollow monetization', 'a\tmonetization\nb'])(
  '%j has the keyword',
  (rel) => {
    expect(isMonetizationRel(rel)).toBe(true)
  },
)

test.each([
  '',
  'stylesheet',
  'monetization2',
  'x-monetization',
  'monetization,b',
  'monet\u0130zation',
])('%j does not', (rel) => {
  expect(isMonetizationRel(rel)).toBe(false)
})

test('a no-break space does not part tokens', () => {
  expect(isMonetizationRel('monetization\u00a0nofollow')).toBe(false)
})
