import { expect, it } from 'vitest'
import { readingMinutes } from '../reading-minutes.ts'
import { durationWords } from './duration-words.ts'

it.each([
  ['5000', '360', 'about 13 hours'],
  ['500', '360', '1 h 23 min'],
  ['720', '360', '2 h'],
  ['1', '360', '0 min'],
  ['50000000', '1', 'the whole month, day and night'],
])('a budget of %s at %s an hour lasts %s', (budget, rate, words) => {
  expect(durationWords(readingMinutes(budget, rate) ?? NaN)).toBe(words)
})

it('lasts no time that could be said at rate zero', () => {
  expect(readingMinutes('5', '0')).toBeNull()
})
