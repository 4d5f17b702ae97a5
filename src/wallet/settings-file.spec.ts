import { describe, expect, it } from 'vitest'
import { sourceUnits } from '../money/units.ts'
import { Secret } from '../secret/secret.ts'
import { LARGEST_FILE, readSettingsFile, withFile, writeSettingsFile } from './settings-file.ts'
import { MOST_RULES } from './site-rules.ts'
import { DEFAULT_SETTINGS, settingsToJson, type Connection, type Settings } from './settings.ts'
import { testConnection } from './testing/test-connection.ts'

const connection = testConnection({
  repairs: 2,
  siteRules: new Map([['https://a.example', { ratePerHour: sourceUnits(7n), monthlyCap: null }]]),
})
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
const taken = (now: Settings, text: string): Settings => {
  const after = withFile(now, read(text))
  if (!after) throw new Error('too many connections')
  return after
}
const at = (ilpAddress: string, token = 'canary'): Connection => ({
  ...connection,
  account: { ...connection.account, ilpAddress },
  token: new Secret(token),
  name: ilpAddress,
})
const tokensOf = ({ connection, kept }: Settings) =>
  [connection, ...kept].map((one) => `${one?.name} ${one?.token.reveal()}`)

const changed = (alter: (file: AnyFile) => void): string => {
  const file = JSON.parse(writeSettingsFile(settings, options)) as AnyFile
  alter(file)
  return JSON.stringify(file)
}
it('holds a connection over HTTP like any other', () => {
  const endpoint = { url: 'https://c.example/accounts/al/ilp', username: '' }
  const file = writeSettingsFile({ ...settings, connection: { ...connection, endpoint } }, options)
  expect(taken(DEFAULT_SETTINGS, file).connection).toMatchObject({
    endpoint,
    account: connection.account,
  })
})

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
  kept: [{}],
}

describe('a file of settings', () => {
  it('brings everything back, with the token where it has it', () => {
    const file = read(writeSettingsFile(settings, options))
    expect(file.budget).toBe(5n)
    const there = withFile(DEFAULT_SETTINGS, file)
    const expected = { ...settings, payments: false, connection: { ...connection, repairs: 0 } }
    expect(there && settingsToJson(there)).toEqual(settingsToJson(expected))
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
    const { connection: kept, developerMode, payments } = taken(now, text)
    expect([kept, developerMode, payments]).toEqual([other, true, true])
  })

  it('changes the rate of the same connection, and neither its token nor its book', () => {
    const text = changed((file) => {
      Object.assign((file['settings'] as { connection: object }).connection, { ratePerHour: '7' })
    })
    const now = { ...settings, connection: { ...connection, token: new Secret('newer') } }
    const after = taken(now, text).connection
    expect([after?.token.reveal(), after?.ratePerHour, after?.repairs]).toEqual(['newer', 7n, 2])
  })

  it('brings all connections back, and has none of their tokens unless it is asked for', () => {
    const several = { ...settings, kept: [at('g.d', 'canary d'), at('g.e', 'canary e')] }
    const after = taken(DEFAULT_SETTINGS, writeSettingsFile(several, options))
    expect(tokensOf(after)).toEqual([' canary', 'g.d canary d', 'g.e canary e'])
    const bare = writeSettingsFile(several, { ...options, withToken: false })
    expect(bare).not.toContain('canary')
    expect(taken(DEFAULT_SETTINGS, bare)).toMatchObject({ connection: null, kept: [] })
  })

  it('loses no connection, changes those it names, and uses its own with payments off', () => {
    const now = { ...settings, kept: [at('g.d', 'mine'), at('g.f', 'other')] }
    const there = { ...settings, connection: at('g.d', 'theirs'), kept: [at('g.e', 'new')] }
    const renamed = { ...there, connection: { ...there.connection, name: 'D' } }
    const after = taken(now, writeSettingsFile(renamed, options))
    expect(tokensOf(after)).toEqual(['D mine', ' canary', 'g.f other', 'g.e new'])
    expect(after.payments).toBe(false)
    const same = taken(now, writeSettingsFile({ ...now, payments: false }, options))
    expect([tokensOf(same), same.payments]).toEqual([tokensOf(now), true])
  })

  it('changes nothing where there would be more than twenty, and none twice', () => {
    const many = (count: number, name: string) =>
      Array.from({ length: count }, (_, index) => at(`g.${name}${index}`))
    const text = writeSettingsFile({ ...settings, kept: many(10, 'a') }, options)
    expect(withFile({ ...settings, kept: many(9, 'b') }, read(text))?.kept).toHaveLength(19)
    expect(withFile({ ...settings, kept: many(10, 'b') }, read(text))).toBeNull()
    for (const kept of [many(20, 'a'), [connection], [at('g.d'), at('g.d')]])
      expect(readSettingsFile(writeSettingsFile({ ...settings, kept }, options))).toBe(
        'import-malformed',
      )
  })

  it('may be from before there were several', () => {
    const text = changed((file) => {
      delete (file['settings'] as { kept?: unknown }).kept
      delete (file['settings'] as { connection: { name?: unknown } }).connection.name
    })
    const after = taken({ ...settings, connection: null, kept: [at('g.d')] }, text)
    expect(tokensOf(after)).toEqual([' canary', 'g.d canary'])
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
