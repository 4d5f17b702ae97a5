import { expect, it } from 'vitest'
import { Secret } from '../secret/secret.ts'
import { sourceUnits } from '../money/units.ts'
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
  },
  developerMode: true,
  payments: true,
  rateTolerance: 1_250,
}

it('reads back what it wrote', () => {
  const stored: unknown = JSON.parse(JSON.stringify(settingsToJson(settings)))
  const read = settingsFromJson(stored)
  expect(settingsToJson(read)).toEqual(stored)
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

it('drops a connection that is not whole', () => {
  const stored = settingsToJson(settings) as { connection: Record<string, unknown> }
  for (const key of Object.keys(stored.connection)) {
    const broken = { ...stored, connection: { ...stored.connection, [key]: {} } }
    expect(settingsFromJson(broken).connection).toBeNull()
  }
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
