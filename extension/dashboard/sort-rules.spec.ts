import { expect, it } from 'vitest'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import { sortRules, type RuleKey } from './sort-rules.ts'

const rule = (
  host: string,
  never: boolean,
  ratePerHour: string | null,
  monthlyCap: string | null,
): SiteRuleSnapshot => ({ origin: `https://${host}`, never, ratePerHour, monthlyCap })

const rules = [
  rule('a.example', true, null, null),
  rule('b.example', false, '10', '5'),
  rule('c.example', false, '9', null),
  rule('xn--bcher-kva.example', false, '0', '7'),
]
const month = new Map([
  ['https://c.example', 3n],
  ['https://a.example', 20n],
])
const order = (key: RuleKey, down: boolean, search = '') =>
  sortRules(rules, month, search, { key, down })
    .map(({ origin }) => origin.charAt(8))
    .join('')

it.each<[RuleKey, string, string]>([
  ['site', 'abcx', 'xcba'],
  ['rule', 'bcxa', 'abcx'],
  // No rate of its own is below all, no cap is above all.
  ['rate', 'axcb', 'bcxa'],
  ['cap', 'bxac', 'acxb'],
  ['month', 'bxca', 'acbx'],
])('sorts by %s, up and down', (key, up, down) => {
  expect([order(key, false), order(key, true)]).toEqual([up, down])
})

it('finds what is typed, in other letters too', () => {
  expect(order('site', false, ' B.EX')).toBe('b')
  expect(order('site', false, 'Bücher.exam')).toBe('x')
  expect(order('site', false, 'nowhere')).toBe('')
  expect(order('site', false, 'ü ü')).toBe('')
})
