import { accountName, MOST_CONNECTIONS, type Connection, type Settings } from './settings.ts'

type Place = Pick<Connection, 'endpoint' | 'account'>

/** By this a view names a connection: what its book belongs to. */
export const connectionId = ({ account }: Pick<Connection, 'account'>): string =>
  accountName(account)

/** As much of an account that the connector made from the token as tells two of them apart. */
const LONGEST_ACCOUNT = 12

/** The user's own name for it, or else `alice@connector.example USD`. */
export const connectionName = ({ name, endpoint, account }: Omit<Connection, 'token'>): string => {
  const last = account.ilpAddress.split('.').at(-1) ?? ''
  const who = endpoint.username || last.slice(0, LONGEST_ACCOUNT)
  const host = /^(?:wss?|https?):\/\/([^/?]+)/.exec(endpoint.url)?.[1] ?? endpoint.url
  return name || `${who}@${host} ${account.asset.code}`
}

type Listed = Pick<Settings, 'connection' | 'kept'>

/** The one in use first. */
export const connectionsOf = ({ connection, kept }: Listed): readonly Connection[] =>
  connection ? [connection, ...kept] : kept

export const findConnection = (settings: Listed, id: string): Connection | null =>
  connectionsOf(settings).find((one) => connectionId(one) === id) ?? null

/**
 * The one that a newly tried connection is: of the same account, or else of the same account name at the same
 * address. Without a name the connector makes the account from the token: another one is another account.
 */
export const knownAs = (settings: Listed, { endpoint, account }: Place): Connection | null => {
  const { url, username } = endpoint
  const named = (one: Connection) =>
    username !== '' && one.endpoint.url === url && one.endpoint.username === username
  return (
    findConnection(settings, accountName(account)) ?? connectionsOf(settings).find(named) ?? null
  )
}

export const hasRoomFor = (settings: Listed, place: Place): boolean =>
  knownAs(settings, place) !== null || connectionsOf(settings).length < MOST_CONNECTIONS

/** Uses this one; the one that was in use is kept. */
export const withInUse = <Some extends Listed>(settings: Some, next: Connection): Some => ({
  ...settings,
  connection: next,
  kept: connectionsOf(settings).filter((one) => connectionId(one) !== connectionId(next)),
})

/** The connection with this id as `alter` makes it; null takes it away. One in use that goes leaves none in use. */
export const withConnection = <Some extends Listed>(
  settings: Some,
  id: string,
  alter: (one: Connection) => Connection | null,
): Some => {
  const change = (one: Connection) => (connectionId(one) === id ? alter(one) : one)
  const { connection, kept } = settings
  return {
    ...settings,
    connection: connection && change(connection),
    kept: kept.flatMap((one) => change(one) ?? []),
  }
}

/**
 * With a connection that was just tried. One that is known gets its new address and token, and keeps its account:
 * where the connector gives another one now, payment waits for the user's yes.
 */
export const withTried = <Some extends Listed>(
  settings: Some,
  tried: Connection,
  use: boolean,
): Some => {
  if (!hasRoomFor(settings, tried)) return settings
  const known = knownAs(settings, tried)
  const { endpoint, token } = tried
  const repairs =
    known && connectionId(known) === connectionId(tried)
      ? Math.max(known.repairs, tried.repairs)
      : known?.repairs
  const entry = known ? { ...known, endpoint, token, repairs: repairs ?? 0 } : tried
  if (use) return withInUse(settings, entry)
  return known
    ? withConnection(settings, connectionId(known), () => entry)
    : { ...settings, kept: [...settings.kept, entry] }
}
