import { parseEndpoint } from '../connector/endpoint.ts'
import type { SourceUnits } from '../money/units.ts'
import {
  accountName,
  connectionFromJson,
  LARGEST_TOLERANCE,
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

export type FileFailure = 'import-malformed' | 'import-too-large' | 'import-newer'

/** The settings as a file, JSON. Without the token unless the user wants it in there. */
export const writeSettingsFile = (
  settings: Settings,
  options: { readonly withToken: boolean; readonly now: Date; readonly limit: SourceUnits | null },
): string => {
  const { connection, ...rest } = settingsToJson(settings) as {
    connection: (Record<string, unknown> & { token?: string }) | null
  }
  if (connection && !options.withToken) delete connection.token
  const file = {
    format: FORMAT,
    version: VERSION,
    exportedAt: options.now.toISOString(),
    settings: { ...rest, connection },
    budget: options.limit?.toString() ?? null,
  }
  return JSON.stringify(file, null, 1)
}

/** What a file of settings says, all of it sound. */
export interface SettingsFile {
  readonly developerMode: boolean
  readonly rateTolerance: number
  readonly pageDays: PageDays
  readonly neverPay: ReadonlySet<string>
  /** Its token is null where the file has none. */
  readonly connection: (Omit<Connection, 'token'> & { token: Connection['token'] | null }) | null
  /** Units of the connection's asset. */
  readonly budget: bigint | null
}

const readConnection = (value: unknown): SettingsFile['connection'] | 'malformed' => {
  if (value === null) return null
  if (typeof value !== 'object') return 'malformed'
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
  const { developerMode, rateTolerance, pageDays, neverPay, connection } = settings as Record<
    string,
    unknown
  >
  const days = PAGE_DAYS.find((one) => one === pageDays)
  const read = readConnection(connection)
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
    connection: read,
    budget: budget === null ? null : BigInt(budget),
  }
}

/**
 * The settings that come of it. A connection that is another one than now is taken only with its token, and
 * payments are off then; one that is the same keeps its token and its repairs.
 */
export const withFile = (now: Settings, file: SettingsFile): Settings => {
  const { developerMode, rateTolerance, pageDays, neverPay, connection: read } = file
  const general = { ...now, developerMode, rateTolerance, pageDays, neverPay }
  if (!read) return general
  const same =
    now.connection !== null && accountName(now.connection.account) === accountName(read.account)
  if (same) {
    const { ratePerHour, siteRules } = read
    return { ...general, connection: { ...now.connection, ratePerHour, siteRules } }
  }
  const { token } = read
  return token ? { ...general, connection: { ...read, token }, payments: false } : general
}
