import { expect, it } from 'vitest'
import { DEFAULT_HABITS, habitsFromJson } from './habits.ts'

it.each([undefined, null, 5, {}, { notifications: 'yes', siteShare: '20' }])(
  'takes %j for the defaults',
  (value) => expect(habitsFromJson(value)).toEqual(DEFAULT_HABITS),
)

it.each([0, -1, 101, 12.5, NaN])('takes no share of %d %%', (siteShare) => {
  expect(habitsFromJson({ siteShare }).siteShare).toBe(50)
})
