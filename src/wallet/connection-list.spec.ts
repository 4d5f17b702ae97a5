import { expect, it } from 'vitest'
import { sourceUnits } from '../money/units.ts'
import { Secret } from '../secret/secret.ts'
import { connectionName, connectionsOf, withInUse, withTried } from './connection-list.ts'
import { DEFAULT_SETTINGS, MOST_CONNECTIONS, type Connection, type Settings } from './settings.ts'
import { testConnection } from './testing/test-connection.ts'

const connection = (
  ilpAddress: string,
  { username = '', token = 'token', url = 'wss://c.example/' } = {},
): Connection =>
  testConnection({
    endpoint: { url, username },
    token: new Secret(token),
    account: { ilpAddress, asset: { code: 'USD', scale: 9 } },
    ratePerHour: sourceUnits(BigInt(ilpAddress.length)),
  })
const one = connection('g.c.one', { username: 'one' })
const two = connection('g.c.two', { username: 'two' })
const settings: Settings = { ...DEFAULT_SETTINGS, connection: one, kept: [two] }
const seen = (some: Settings) =>
  connectionsOf(some).map(
    ({ account, token, ratePerHour }) => `${account.ilpAddress} ${token.reveal()} ${ratePerHour}`,
  )

it('names a connection by its host, account and asset, unless the user does', () => {
  expect(connectionName(one)).toBe('one@c.example USD')
  expect(connectionName({ ...one, name: 'Mine' })).toBe('Mine')
  const nameless = connection('g.c.Zm9vYmFyYmF6cXV4', { url: 'ws://127.0.0.1:7768/btp' })
  expect(connectionName(nameless)).toBe('Zm9vYmFyYmF6@127.0.0.1:7768 USD')
  const overHttp = connection('g.c.one', { username: 'one', url: 'https://c.example/ilp?a' })
  expect(connectionName(overHttp)).toBe('one@c.example USD')
})

it('keeps what was in use', () => {
  expect(seen(withInUse(settings, two))).toEqual(['g.c.two token 7', 'g.c.one token 7'])
  expect(seen(withInUse(withInUse(settings, two), one))).toEqual(seen(settings))
})

it.each([
  ['the same account', connection('g.c.two', { username: 'late', token: 'new', url: 'wss://d/' })],
  [
    'another account of the same name',
    connection('g.c.elsewhere', { username: 'two', token: 'new' }),
  ],
])('gives a new token to the one it has for %s, and nothing else', (_what, tried) => {
  expect(seen(withTried(settings, tried, false))).toEqual(['g.c.one token 7', 'g.c.two new 7'])
  expect(seen(withTried(settings, tried, true))).toEqual(['g.c.two new 7', 'g.c.one token 7'])
})

it('takes accounts without a name for as many as the connector says', () => {
  const nameless = connection('g.c.a')
  const both = withTried({ ...DEFAULT_SETTINGS, kept: [nameless] }, connection('g.c.b'), false)
  expect(seen(both)).toEqual(['g.c.a token 5', 'g.c.b token 5'])
})

it('has no more than there is room for', () => {
  const kept = Array.from({ length: MOST_CONNECTIONS - 1 }, (_, at) => connection(`g.c.${at}`))
  const full = { ...settings, kept }
  for (const use of [true, false]) {
    expect(withTried(full, two, use)).toBe(full)
    expect(connectionsOf(withTried(full, kept[0] ?? two, use))).toHaveLength(MOST_CONNECTIONS)
  }
})
