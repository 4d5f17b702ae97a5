import { parseEndpoint } from '../connector/endpoint.ts'
import type { SourceUnits } from '../money/units.ts'
import {
  connectionId,
  connectionsOf,
  findConnection,
  withConnection,
  withInUse,
} from './connection-list.ts'
import {
  connectionFromJson,
  LARGEST_TOLERANCE,
  MOST_CONNECTIONS,
  PAGE_DAYS,
  settingsToJson,
  type Connection,
  type PageDays,
  type Settings,
} from './settings.ts'
import { neverPayFromJson } from './site-rules.ts'

const FORMAT = 'tributary-settings'
/** Raised when a reader of this version would misunderstand the file. */
const VERSION = 1

/** Characters. A file of ours with as many rules as there can be has half of that. */
export const LARGEST_FILE = 2_097_152

export type FileFailure =
  'import-malformed' | 'import-too-large' | 'import-newer' | 'too-many-connections'

type WrittenConnection = Record<string, unknown> & { token?: string }

/** The settings as a file, JSON. Without the tokens unless the user wants them in there. */
export const writeSettingsFile = (
  settings: Settings,
  options: { readonly withToken: boolean; readonly now: Date; readonly limit: SourceUnits | null },
): string => {
  const { connection, kept, ...rest } = settingsToJson(settings) as {
    connection: WrittenConnection | null
    kept: WrittenConnection[]
  }
  for (const one of connection ? [connection, ...kept] : kept)
    if (!options.withToken) delete one.token
  const file = {
    format: FORMAT,
    version: VERSION,
    exportedAt: options.now.toISOString(),
    settings: { ...rest, connection, kept },
    budget: options.limit?.toString() ?? null,
  }
  return JSON.stringify(file, null, 1)
}

/** Its token is null where the file has none. */
export type ConnectionInFile = Omit<Connection, 'token'> & { token: Connection['token'] | null }

/** What a file of settings says, all of it sound. */
export interface SettingsFile {
  readonly developerMode: boolean
  readonly rateTolerance: number
  readonly pageDays: PageDays
  readonly neverPay: ReadonlySet<string>
  readonly connection: ConnectionInFile | null
  /** Others, none of them twice. */
  readonly kept: readonly ConnectionInFile[]
  /** Units of the connection's asset. */
  readonly budget: bigint | null
}

const readConnection = (value: unknown): ConnectionInFile | 'malformed' => {
  if (typeof value !== 'object' || value === null) return 'malformed'
  const { token, ...rest } = value as Record<string, unknown>
  const connection = connectionFromJson({ ...rest, token: token ?? 'none', repairs: 0 })
  if (!connection) return 'malformed'
  const { url: address, username } = connection.endpoint
  const parsed = parseEndpoint({ address, username, token: connection.token.reveal() })
  const { code, scale } = connection.account.asset
  const sound = typeof parsed !== 'string' && code !== '' && scale >= 0 && scale <= 255
  return sound
    ? { ...connection, token: token === undefined ? null : connection.token }
    : 'malformed'
}

/** Files from before there were several have no list. */
const readConnections = (
  inUse: unknown,
  list: unknown = [],
): Pick<SettingsFile, 'connection' | 'kept'> | 'malformed' => {
  if (!Array.isArray(list)) return 'malformed'
  const connection = inUse === null ? null : readConnection(inUse)
  const kept = list.map(readConnection)
  if (connection === 'malformed' || !kept.every((one) => one !== 'malformed')) return 'malformed'
  const accounts = [...kept, ...(connection ? [connection] : [])].map(connectionId)
  const sound = new Set(accounts).size === accounts.length && accounts.length <= MOST_CONNECTIONS
  return sound ? { connection, kept } : 'malformed'
}

const readJson = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** All of the file or nothing of it. */
export const readSettingsFile = (text: string): SettingsFile | FileFailure => {
  if (text.length > LARGEST_FILE) return 'import-too-large'
  const { format, version, settings, budget = null } = readJson(text) ?? {}
  if (format !== FORMAT || !Number.isSafeInteger(version)) return 'import-malformed'
  if ((version as number) > VERSION) return 'import-newer'
  if (typeof settings !== 'object' || settings === null) return 'import-malformed'
  const { developerMode, rateTolerance, pageDays, neverPay, connection, kept } = settings as Record<
    string,
    unknown
  >
  const days = PAGE_DAYS.find((one) => one === pageDays)
  const read = readConnections(connection, kept)
  const tolerated =
    Number.isInteger(rateTolerance) &&
    Number(rateTolerance) >= 0 &&
    Number(rateTolerance) <= LARGEST_TOLERANCE
  const limited = budget === null || (typeof budget === 'string' && /^\d{1,19}$/.test(budget))
  if (typeof developerMode !== 'boolean' || !tolerated || days === undefined || !limited)
    return 'import-malformed'
  if (read === 'malformed') return 'import-malformed'
  return {
    developerMode,
    rateTolerance: Number(rateTolerance),
    pageDays: days,
    neverPay: neverPayFromJson(neverPay),
    ...read,
    budget: budget === null ? null : BigInt(budget),
  }
}

/**
 * The settings that come of it; null where there would be too many connections. One that is there already keeps its
 * token and its repairs; another one is taken only with its token. None is lost. The file's own is in use then, and
 * payments are off where that is another one than now.
 */
export const withFile = (now: Settings, file: SettingsFile): Settings | null => {
  const { developerMode, rateTolerance, pageDays, neverPay, connection, kept } = file
  let settings: Settings = { ...now, developerMode, rateTolerance, pageDays, neverPay }
  for (const one of connection ? [connection, ...kept] : kept) settings = withOne(settings, one)
  if (connectionsOf(settings).length > MOST_CONNECTIONS) return null
  const wanted = connection && findConnection(settings, connectionId(connection))
  return !wanted || wanted === settings.connection
    ? settings
    : { ...withInUse(settings, wanted), payments: false }
}

const withOne = (settings: Settings, { token, ...read }: ConnectionInFile): Settings => {
  const id = connectionId(read)
  const { ratePerHour, siteRules, name } = read
  if (findConnection(settings, id))
    return withConnection(settings, id, (known) => ({ ...known, ratePerHour, siteRules, name }))
  return token ? { ...settings, kept: [...settings.kept, { ...read, token }] } : settings
}
