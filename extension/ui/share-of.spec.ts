import { expect, it } from 'vitest'
import { shareOf } from './share-of.ts'

it.each([
  ['1', '4', 0.25],
  ['9', '4', 1],
  ['1', '0', 0],
  ['25000000000000000000000', '100000000000000000000000', 0.25],
])('%s of %s', (part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share)
})
