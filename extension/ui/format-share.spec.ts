import { expect, it } from 'vitest'
import { formatShare } from './format-share.ts'

it('says a share in whole percents, and never more than there is', () => {
  expect(formatShare('999999999', '1000000000')).toBe('99%')
  expect(formatShare('1000000000', '1000000000')).toBe('100%')
  expect(formatShare('0', '5')).toBe('0%')
  expect(formatShare('0', '0')).toBe('0%')
})
