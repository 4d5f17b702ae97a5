import { describe, expect, it } from 'vitest'
import { sourceUnits } from '../money/units.ts'
import { Secret } from '../secret/secret.ts'
import { LARGEST_FILE, readSettingsFile, withFile, writeSettingsFile } from './settings-file.ts'
import { MOST_RULES } from './site-rules.ts'
import { DEFAULT_SETTINGS, settingsToJson, type Connection, type Settings } from './settings.ts'

const connection: Connection = {
  endpoint: { url: 'wss://c.example/', username: 'al' },
  token: new Secret('canary'),
  account: { ilpAddress: 'g.c.al', asset: { code: 'USD', scale: 9 } },
  ratePerHour: sourceUnits(360_000_000n),
  repairs: 2,
  siteRules: new Map([['https://a.example', { ratePerHour: sourceUnits(7n), monthlyCap: null }]]),
}
const settings: Settings = {
  ...DEFAULT_SETTINGS,
  connection,
  developerMode: true,
  payments: true,
  rateTolerance: 1_250,
  pageDays: 90,
  neverPay: new Set(['https://b.example']),
}
const options = { now: new Date(0), limit: sourceUnits(5n), withToken: true }
const read = (text: string) => {
  const file = readSettingsFile(text)
  if (typeof file === 'string') throw new Error(file)
  return file
}
type AnyFile = Record<string, unknown>

const changed = (alter: (file: AnyFile) => void): string => {
  const file = JSON.parse(writeSettingsFile(settings, options)) as AnyFile
  alter(file)
  return JSON.stringify(file)
}
const alterations: readonly [string, (file: Record<string, unknown>) => void][] = [
  ['another format', (file) => (file['format'] = 'tributary-book')],
  ['no settings', (file) => delete file['settings']],
  ['no version', (file) => delete file['version']],
  ['a budget that is no amount', (file) => (file['budget'] = '-1')],
]
const wrong: Readonly<Record<string, unknown>> = {
  developerMode: 'yes',
  rateTolerance: 5_001,
  pageDays: 31,
  connection: {},
}

describe('a file of settings', () => {
  it('brings everything back, with the token where it has it', () => {
    const file = read(writeSettingsFile(settings, options))
    expect(file.budget).toBe(5n)
    const there = withFile(DEFAULT_SETTINGS, file)
    const expected = { ...settings, payments: false, connection: { ...connection, repairs: 0 } }
    expect(settingsToJson(there)).toEqual(settingsToJson(expected))
  })

  it('comes back with as many rules as there can be', () => {
    const amounts = { ratePerHour: sourceUnits(7n), monthlyCap: sourceUnits(10n ** 12n) }
    const origins = Array.from(
      { length: MOST_RULES },
      (_, index) => `https://a-site-with-a-long-name-${index}.example`,
    )
    const siteRules = new Map(origins.map((origin) => [origin, amounts]))
    const full = { ...settings, connection: { ...connection, siteRules } }
    const text = writeSettingsFile({ ...full, neverPay: new Set(origins) }, options)
    expect(text.length * 2).toBeLessThan(LARGEST_FILE)
    const there = read(text)
    expect([there.neverPay.size, there.connection?.siteRules.size]).toEqual([
      MOST_RULES,
      MOST_RULES,
    ])
  })

  it('has no token unless it is asked for, and leaves another connection alone then', () => {
    const text = writeSettingsFile(settings, { ...options, withToken: false })
    expect(text).not.toContain('canary')
    const other = { ...connection, account: { ...connection.account, ilpAddress: 'g.d' } }
    const now = { ...DEFAULT_SETTINGS, connection: other, payments: true }
    const { connection: kept, developerMode, payments } = withFile(now, read(text))
    expect([kept, developerMode, payments]).toEqual([other, true, true])
  })

  it('changes the rate of the same connection, and neither its token nor its book', () => {
    const text = changed((file) => {
      Object.assign((file['settings'] as { connection: object }).connection, { ratePerHour: '7' })
    })
    const now = { ...settings, connection: { ...connection, token: new Secret('newer') } }
    const after = withFile(now, read(text)).connection
    expect([after?.token.reveal(), after?.ratePerHour, after?.repairs]).toEqual(['newer', 7n, 2])
  })

  it.each(alterations)('is refused with %s', (_what, alter) => {
    expect(readSettingsFile(changed(alter))).toBe('import-malformed')
  })
  it.each(Object.keys(wrong))('is refused with a %s that is none', (name) => {
    const alter = (file: Record<string, unknown>) =>
      Object.assign(file['settings'] as object, { [name]: wrong[name] })
    expect(readSettingsFile(changed(alter))).toBe('import-malformed')
  })
  it.each(['', 'null', '[]', '{', '"text"', '\0'])('is refused where it is %j', (text) => {
    expect(readSettingsFile(text)).toBe('import-malformed')
  })
  it('is refused where its address may not be connected to', () => {
    const alter = (file: AnyFile) =>
      Object.assign((file['settings'] as { connection: object }).connection, {
        url: 'ws://c.example/',
      })
    expect(readSettingsFile(changed(alter))).toBe('import-malformed')
  })
  it('is refused where it is newer, or too large', () => {
    const newer = changed((file) => Object.assign(file, { version: 2 }))
    expect(readSettingsFile(newer)).toBe('import-newer')
    const padded = changed(() => {}).padEnd(LARGEST_FILE + 1)
    expect(readSettingsFile(padded)).toBe('import-too-large')
    expect(typeof readSettingsFile(padded.slice(0, LARGEST_FILE))).toBe('object')
  })
})
