import { beforeEach, expect, it } from 'vitest'
import { sourceUnits } from '../money/units.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'
import { decisionFor } from './site-decision.ts'
import { setSiteRule, type SiteRuleInput } from './site-rule-command.ts'
import { MOST_RULES } from './site-rules.ts'
import { testConnection } from './testing/test-connection.ts'

const SITE = 'https://blog.example'
const CONNECTED: Settings = {
  ...DEFAULT_SETTINGS,
  connection: testConnection({
    account: { ilpAddress: 'g.c.al', asset: { code: 'USD', scale: 2 } },
    ratePerHour: sourceUnits(36n),
  }),
}

let now: Settings
beforeEach(() => void (now = CONNECTED))
const set = (input: Partial<SiteRuleInput>) =>
  setSiteRule(
    () => now,
    (alter) => Promise.resolve(void (now = alter(now))),
    { origin: SITE, never: false, perHour: '', monthlyCap: '', ...input },
  )

it('sets all of a rule, and takes it away again', async () => {
  const input = { origin: `${SITE}/some/page?x`, never: true, perHour: ' 1,5', monthlyCap: '0' }
  expect(await set(input)).toBeNull()
  expect(decisionFor(now, SITE)).toEqual({ never: true, ratePerHour: 150n, monthlyCap: 0n })
  expect(await set({ monthlyCap: '2' })).toBeNull()
  expect(decisionFor(now, SITE)).toEqual({ never: false, ratePerHour: null, monthlyCap: 200n })
  expect(await set({})).toBeNull()
  expect(now).toEqual(CONNECTED)
})

it.each([
  [{ origin: 'blog' }, { code: 'origin-malformed', field: 'origin' }],
  [{ origin: 'ftp://blog.example' }, { code: 'origin-malformed', field: 'origin' }],
  [{ perHour: 'x' }, { code: 'amount-malformed', field: 'perHour' }],
  [
    { perHour: '1', monthlyCap: '0.001' },
    { code: 'amount-too-fine', field: 'monthlyCap' },
  ],
  [{ monthlyCap: '9'.repeat(30) }, { code: 'amount-too-large', field: 'monthlyCap' }],
] as const)('changes nothing for %j', async (input, failure) => {
  expect(await set(input)).toEqual(failure)
  expect(now).toBe(CONNECTED)
})

it('knows no amounts without an asset, but may leave a site out', async () => {
  now = DEFAULT_SETTINGS
  expect(await set({ perHour: '1' })).toEqual({ code: 'not-now', field: null })
  expect(await set({ never: true })).toBeNull()
  expect(decisionFor(now, SITE)).toEqual({ never: true, ratePerHour: null, monthlyCap: null })
})

it('keeps no more rules than can be read at every start', async () => {
  const many = Array.from({ length: MOST_RULES }, (_, index) => `https://site${index}.example`)
  now = { ...CONNECTED, neverPay: new Set(many) }
  expect(await set({ never: true })).toEqual({ code: 'too-many-rules', field: 'origin' })
  expect(await set({ origin: many[7] ?? '', never: true })).toBeNull()
  expect(await set({ origin: many[7] ?? '' })).toBeNull()
  expect(await set({ never: true })).toBeNull()
  expect(now.neverPay.size).toBe(MOST_RULES)
})
