import { expect, it } from 'vitest'
import { createRulesList } from './build-snapshot.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { withDecisions } from './site-decision.ts'

it('gives the same list of rules until one of them changes', () => {
  const rulesOf = createRulesList()
  expect(rulesOf(DEFAULT_SETTINGS)).toEqual([])
  const never = { never: true, ratePerHour: null, monthlyCap: null }
  const some =
    withDecisions(DEFAULT_SETTINGS, ['https://b.example'], () => never) ?? DEFAULT_SETTINGS
  const list = rulesOf(some)
  expect(list).toEqual([{ origin: 'https://b.example', ...never }])
  expect(rulesOf({ ...some, payments: true, developerMode: true })).toBe(list)
  const more = withDecisions(some, ['https://a.example'], () => never) ?? some
  expect(rulesOf(more).map(({ origin }) => origin)).toEqual([
    'https://a.example',
    'https://b.example',
  ])
})
