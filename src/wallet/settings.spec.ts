import { expect, it } from 'vitest'
import { Secret } from '../secret/secret.ts'
import { sourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import {
  bookName,
  DEFAULT_SETTINGS,
  defaultRate,
  settingsFromJson,
  settingsToJson,
  type Settings,
} from './settings.ts'

const settings: Settings = {
  connection: {
    endpoint: { url: 'wss://c.example/', username: 'al' },
    token: new Secret('canary'),
    account: { ilpAddress: 'g.c.al', asset: { code: 'USD', scale: 9 } },
    ratePerHour: sourceUnits(360_000_000n),
    repairs: 2,
    siteRules: new Map([
      ['https://a.example', { ratePerHour: sourceUnits(0n), monthlyCap: null }],
      ['http://127.0.0.1:4000', { ratePerHour: null, monthlyCap: sourceUnits(2n ** 60n) }],
    ]),
    name: 'Mine',
  },
  kept: [],
  developerMode: true,
  payments: true,
  pageDays: 90,
  rateTolerance: 1_250,
  neverPay: new Set(['https://b.example']),
  pausedUntil: 5_000 as EpochMs,
  habits: { notifications: true, idlePause: true, payAudible: true, siteShare: 25 },
}

it('reads back what it wrote', () => {
  const stored: unknown = JSON.parse(JSON.stringify(settingsToJson(settings)))
  const read = settingsFromJson(stored)
  expect(settingsToJson(read)).toEqual(stored)
  expect(read).toMatchObject({ neverPay: settings.neverPay })
  expect(read.connection?.siteRules).toEqual(settings.connection?.siteRules)
  expect(read.connection?.token.reveal()).toBe('canary')
  expect(
    JSON.stringify(settings, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v)),
  ).not.toContain('canary')
})

it.each([undefined, null, 5, 'x', {}, { version: 2, payments: true }, []])(
  'takes %j for nothing set',
  (value) => {
    expect(settingsFromJson(value)).toEqual(DEFAULT_SETTINGS)
  },
)

const other = (ilpAddress: string) =>
  settings.connection && {
    ...settings.connection,
    account: { ilpAddress, asset: { code: 'EUR', scale: 2 } },
    name: '',
  }

it('keeps other connections, each account once', () => {
  const kept = [other('g.d'), other('g.e')].flatMap((one) => one ?? [])
  const stored = JSON.parse(JSON.stringify(settingsToJson({ ...settings, kept }))) as {
    connection: unknown
    kept: unknown[]
  }
  expect(settingsToJson(settingsFromJson(stored))).toEqual(stored)
  const [d, e] = stored.kept
  for (const odd of [{}, null, 'x', stored.connection, d])
    expect(settingsToJson(settingsFromJson({ ...stored, kept: [d, odd, e] }))).toEqual(stored)
})

it('reads all that was stored before there were several, and is read by what stored it', () => {
  const before = {
    version: 1,
    developerMode: true,
    payments: true,
    rateTolerance: 1_250,
    neverPay: ['https://b.example'],
    pageDays: 90,
    pausedUntil: 5_000,
    habits: { notifications: true, idlePause: true, payAudible: true, siteShare: 25 },
    connection: {
      url: 'wss://c.example/',
      username: 'al',
      token: 'canary',
      ilpAddress: 'g.c.al',
      assetCode: 'USD',
      assetScale: 9,
      ratePerHour: '360000000',
      repairs: 2,
      siteRules: [{ origin: 'https://a.example', ratePerHour: '0', monthlyCap: null }],
    },
  }
  const now = settingsToJson(settingsFromJson(before))
  expect(now).toEqual({ ...before, connection: { ...before.connection, name: '' }, kept: [] })
})

it('drops a connection that is not whole', () => {
  const stored = settingsToJson(settings) as { connection: Record<string, unknown> }
  for (const key of Object.keys(stored.connection)) {
    if (key === 'siteRules' || key === 'name') continue
    const broken = { ...stored, connection: { ...stored.connection, [key]: {} } }
    expect(settingsFromJson(broken).connection).toBeNull()
  }
})

it('reads settings from before there were rules, and leaves out rules that are not whole', () => {
  const stored = settingsToJson(settings) as { connection: object }
  const withRules = (siteRules: unknown, neverPay: unknown) =>
    settingsFromJson({ ...stored, neverPay, connection: { ...stored.connection, siteRules } })
  const sound = { origin: 'https://a.example', ratePerHour: '5', monthlyCap: null }
  const broken = [
    null,
    'x',
    { ...sound, origin: 'https://a.example/' },
    { ...sound, origin: 'ftp://a.example' },
    { ...sound, ratePerHour: 5 },
    { ...sound, monthlyCap: '-1' },
    { ...sound, monthlyCap: '9'.repeat(20) },
    { origin: 'https://a.example', ratePerHour: '5' },
  ]
  for (const old of [undefined, {}, 'x', null, broken]) {
    const read = withRules(old, old)
    expect(read.connection?.siteRules).toEqual(new Map())
    expect(read.neverPay).toEqual(new Set())
  }
  const read = withRules([...broken, sound], [null, 'https://c.example', 'c.example'])
  expect(read.connection?.siteRules).toEqual(
    new Map([['https://a.example', { ratePerHour: 5n, monthlyCap: null }]]),
  )
  expect(read.neverPay).toEqual(new Set(['https://c.example']))
})

it.each([undefined, '5', -1, 0.5, 5_001, Infinity])('tolerates 5 % where it reads %j', (value) => {
  const stored = { ...(settingsToJson(settings) as object), rateTolerance: value }
  expect(settingsFromJson(stored).rateTolerance).toBe(500)
})

it('has a rate for every scale, and a book for every account', () => {
  expect(defaultRate({ code: 'USD', scale: 9 })).toBe(360_000_000n)
  expect(defaultRate({ code: 'USD', scale: 2 })).toBe(36n)
  expect(defaultRate({ code: 'JPY', scale: 0 })).toBe(1n)
  const account = { ilpAddress: 'g.c.al', asset: { code: 'USD', scale: 9 } }
  expect(bookName({ account, repairs: 0 })).toBe('g.c.al USD/9')
  expect(bookName({ account, repairs: 1 })).toBe('g.c.al USD/9 #2')
})
