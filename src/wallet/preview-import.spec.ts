import { expect, it } from 'vitest'
import { sourceUnits } from '../money/units.ts'
import { isRaise, previewImport, type ImportChange } from './preview-import.ts'
import { writeSettingsFile } from './settings-file.ts'
import { DEFAULT_SETTINGS, type Connection, type Settings } from './settings.ts'
import { testConnection } from './testing/test-connection.ts'

const asset = { code: 'USD', scale: 9 }
const rule = (ratePerHour: bigint | null, monthlyCap: bigint | null) => ({
  ratePerHour: ratePerHour === null ? null : sourceUnits(ratePerHour),
  monthlyCap: monthlyCap === null ? null : sourceUnits(monthlyCap),
})
const connection = testConnection({
  ratePerHour: sourceUnits(360n),
  repairs: 2,
  siteRules: new Map([
    ['https://a.example', rule(7n, null)],
    ['https://b.example', rule(null, 9n)],
  ]),
})
const now: Settings = {
  ...DEFAULT_SETTINGS,
  connection,
  payments: true,
  neverPay: new Set(['https://n.example']),
}

interface Wanted {
  readonly limit?: bigint | null
  readonly connection?: Partial<Connection>
  readonly settings?: Partial<Settings>
  readonly withToken?: boolean
}
/** What a file with these settings would change in ours, with a budget of 5. */
const preview = (file: Wanted, ours = now): readonly ImportChange[] => {
  const settings = { ...now, ...file.settings, connection: { ...connection, ...file.connection } }
  const limit = file.limit === undefined ? 5n : file.limit
  const text = writeSettingsFile(settings, {
    now: new Date(0),
    withToken: file.withToken ?? true,
    limit: limit === null ? null : sourceUnits(limit),
  })
  const changes = previewImport(ours, 5n, text)
  if (typeof changes === 'string') throw new Error(changes)
  return changes
}

it('says nothing of a file with the settings of now', () => {
  expect(preview({})).toEqual([])
  expect(preview({ limit: null, withToken: false })).toEqual([])
})

it('counts the kept connections that would be new or another', () => {
  const other = { ...connection, account: { ilpAddress: 'g.c.bo', asset } }
  const third = { ...connection, account: { ilpAddress: 'g.c.cy', asset } }
  const ours = { ...now, kept: [other] }
  const kept = [{ ...other, siteRules: new Map() }, third]
  const changes = [{ what: 'connections-kept', count: 2 }] as const
  expect(preview({ settings: { kept } }, ours)).toEqual(changes)
  expect(changes.some(isRaise)).toBe(true)
  expect(preview({ settings: { kept: [other] } }, ours)).toEqual([])
  // Without its token it cannot be taken.
  expect(preview({ settings: { kept: [third] }, withToken: false }, ours)).toEqual([])
})

it.each<[string, Wanted, ImportChange, boolean]>([
  ['more budget', { limit: 6n }, { what: 'budget', asset, from: '5', to: '6' }, true],
  ['less budget', { limit: 4n }, { what: 'budget', asset, from: '5', to: '4' }, false],
  [
    'a higher rate',
    { connection: { ratePerHour: sourceUnits(361n) } },
    { what: 'rate', asset, from: '360', to: '361' },
    true,
  ],
  [
    'a rate of nothing',
    { connection: { ratePerHour: sourceUnits(0n) } },
    { what: 'rate', asset, from: '360', to: '0' },
    false,
  ],
  [
    'developer mode',
    { settings: { developerMode: true } },
    { what: 'developer-mode', on: true },
    false,
  ],
  [
    'another tolerance',
    { settings: { rateTolerance: 700 } },
    { what: 'tolerance', from: 500, to: 700 },
    false,
  ],
  [
    'pages that are kept',
    { settings: { pageDays: 30 } },
    { what: 'page-days', from: 0, to: 30 },
    false,
  ],
])('names %s, and nothing else', (_what, file, change, raise) => {
  expect(preview(file)).toEqual([change])
  expect(isRaise(change)).toBe(raise)
})

it('says that older pages go where fewer days are kept', () => {
  const changes = preview({ settings: { pageDays: 30 } }, { ...now, pageDays: 90 })
  expect(changes).toEqual([{ what: 'page-days', from: 90, to: 30 }, { what: 'pages-go' }])
})

it('leaves out a budget that the wallet would not take', () => {
  expect(preview({ limit: 2n ** 60n + 1n })).toEqual([])
})

it('counts rules, and the sites that could get more', () => {
  const changes = preview({
    connection: {
      siteRules: new Map([
        ['https://a.example', rule(8n, null)],
        ['https://c.example', rule(1n, null)],
      ]),
    },
    settings: { neverPay: new Set(['https://d.example']) },
  })
  // Faster, no cap any more, and paid again.
  expect(changes).toEqual([
    { what: 'rules-added', count: 2 },
    { what: 'rules-changed', count: 1 },
    { what: 'rules-removed', count: 2 },
    { what: 'freer', count: 3 },
  ])
  expect(changes.map(isRaise)).toEqual([false, false, false, true])
})

it.each([
  ['slower', rule(6n, null)],
  ['capped', rule(7n, 0n)],
])('does not call a site freer that is %s', (_what, other) => {
  const siteRules = new Map([...connection.siteRules, ['https://a.example', other]])
  expect(preview({ connection: { siteRules } })).toEqual([{ what: 'rules-changed', count: 1 }])
})

it('names a connection that is another one, with all that comes with it', () => {
  const account = { ilpAddress: 'g.d.al', asset: { code: 'EUR', scale: 2 } }
  const other = { account, siteRules: connection.siteRules }
  const changes = preview({ connection: other })
  expect(changes).toEqual([
    { what: 'connection', address: 'wss://c.example/', ilpAddress: 'g.d.al' },
    { what: 'budget', asset: account.asset, from: null, to: '5' },
    { what: 'rate', asset: account.asset, from: null, to: '360' },
    { what: 'payments-off' },
  ])
  expect(changes.map(isRaise)).toEqual([true, true, true, false])
  expect(preview({ connection: other, limit: 9n, withToken: false })).toEqual([
    { what: 'no-token', address: 'wss://c.example/' },
  ])
  const bare = { ...DEFAULT_SETTINGS, neverPay: now.neverPay }
  expect(preview({}, bare).map(({ what }) => what)).toEqual([
    'connection',
    'budget',
    'rate',
    'rules-added',
    'freer',
  ])
})

it('has nothing to say of what is no such file', () => {
  expect(previewImport(now, null, '{}')).toBe('import-malformed')
})
