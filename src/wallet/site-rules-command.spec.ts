import { beforeEach, expect, it } from 'vitest'
import { sourceUnits } from '../money/units.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'
import { decisionFor } from './site-decision.ts'
import { setSiteRules, type SiteRulesInput } from './site-rules-command.ts'
import { MOST_RULES } from './site-rules.ts'
import { testConnection } from './testing/test-connection.ts'

const A = 'https://a.example'
const B = 'http://127.0.0.1:8080'
const rule = { ratePerHour: sourceUnits(7n), monthlyCap: sourceUnits(900n) }
const CONNECTED: Settings = {
  ...DEFAULT_SETTINGS,
  connection: testConnection({
    account: { ilpAddress: 'g.c.al', asset: { code: 'USD', scale: 2 } },
    ratePerHour: sourceUnits(36n),
    siteRules: new Map([[A, rule]]),
  }),
}

let now: Settings
let writes: number
beforeEach(() => {
  now = CONNECTED
  writes = 0
})
const set = (input: Partial<SiteRulesInput>) =>
  setSiteRules(
    () => now,
    (alter) => {
      writes += 1
      return Promise.resolve(void (now = alter(now)))
    },
    { origins: `${A} ${B}`, change: 'never', amount: '', ...input },
  )

it('changes one thing for all of them in one write, and leaves the rest of each rule', async () => {
  const wanted = [
    [{ change: 'never' }, { never: true, ...rule }, { never: true, ratePerHour: null }],
    [{ change: 'cap', amount: '1,5' }, { never: true, monthlyCap: 150n, ratePerHour: 7n }, {}],
    [{ change: 'rate', amount: '0' }, { ratePerHour: 0n }, { never: true, ratePerHour: 0n }],
    [{ change: 'rate', amount: ' ' }, { ratePerHour: null }, { monthlyCap: 150n }],
    [{ change: 'pay' }, { never: false, monthlyCap: 150n }, { never: false }],
  ] as const
  for (const [input, a, b] of wanted) {
    expect(await set(input)).toBeNull()
    expect(decisionFor(now, A)).toMatchObject(a)
    expect(decisionFor(now, B)).toMatchObject(b)
  }
  expect(writes).toBe(wanted.length)
  expect(await set({ change: 'defaults' })).toBeNull()
  expect([now.neverPay.size, now.connection?.siteRules.size]).toEqual([0, 0])
})

it.each([
  [{ origins: '' }, { code: 'origin-malformed', field: 'origin' }],
  [{ origins: `${A} blog ${B}` }, { code: 'origin-malformed', field: 'origin' }],
  [
    { change: 'rate', amount: 'x' },
    { code: 'amount-malformed', field: 'amount' },
  ],
  [
    { change: 'cap', amount: '0.001' },
    { code: 'amount-too-fine', field: 'amount' },
  ],
  [{ change: 'pay all' }, { code: 'not-now', field: null }],
] as const)('changes nothing for %j', async (input, failure) => {
  expect(await set(input)).toEqual(failure)
  expect([now, writes]).toEqual([CONNECTED, 0])
})

it('knows no amounts without an asset, but may leave sites out', async () => {
  now = DEFAULT_SETTINGS
  expect(await set({ change: 'rate', amount: '1' })).toEqual({ code: 'not-now', field: null })
  expect(await set({ change: 'never' })).toBeNull()
  expect([...now.neverPay]).toEqual([A, B])
})

it('takes as many sites as can have a rule, or none of them', async () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `https://site${index}.example`).join(' ')
  expect(await set({ origins: many(MOST_RULES) })).toBeNull()
  const full = now
  expect(full.neverPay.size).toBe(MOST_RULES)
  const failure = { code: 'too-many-rules', field: 'origin' }
  expect(await set({ origins: `${many(7)} https://one.more` })).toEqual(failure)
  expect(await set({ origins: many(2 * MOST_RULES + 1), change: 'pay' })).toEqual(failure)
  expect(now).toBe(full)
  expect(await set({ origins: many(2 * MOST_RULES), change: 'pay' })).toBeNull()
  expect(now.neverPay.size).toBe(0)
})
