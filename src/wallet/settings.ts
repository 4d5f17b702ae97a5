import type { Account } from '../connector/account.ts'
import type { Endpoint } from '../connector/endpoint.ts'
import type { Asset } from '../money/asset.ts'
import { sourceUnits, type SourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import { Secret } from '../secret/secret.ts'
import { DEFAULT_HABITS, habitsFromJson, type Habits } from './habits.ts'
import {
  neverPayFromJson,
  siteRulesFromJson,
  siteRulesToJson,
  type SiteRules,
} from './site-rules.ts'

/**
 * What the wallet keeps besides its books.
 * Persisted: all of it. Secret: the token, which leaves only for the connector. Shown: all but the token.
 */
export interface Settings {
  /** The one in use. */
  readonly connection: Connection | null
  /** Others that the user has set up. No two of all of them have the same account, and so the same book. */
  readonly kept: readonly Connection[]
  readonly developerMode: boolean
  /** The switch `Payments`. */
  readonly payments: boolean
  /** How far an exchange rate may fall while a site is paid; hundredths of a percent, 0 to 5,000. */
  readonly rateTolerance: number
  /** Origins of sites that are not paid, over whichever connection. */
  readonly neverPay: ReadonlySet<string>
  /** For so many days it is kept which pages of a site were paid; 0: not at all. */
  readonly pageDays: PageDays
  /** `Pause for an hour` was chosen: when that ends. */
  readonly pausedUntil: EpochMs | null
  readonly habits: Habits
}

export const PAGE_DAYS = [0, 30, 90, 365] as const

export type PageDays = (typeof PAGE_DAYS)[number]

export interface Connection {
  readonly endpoint: Endpoint
  readonly token: Secret<string>
  /** What the connector said we are when the user set it up; its book and budget belong to this. */
  readonly account: Account
  readonly ratePerHour: SourceUnits
  /** 0, and one more with each repair: a damaged book is kept, and followed by a new one. */
  readonly repairs: number
  /** Their amounts are in this connection's asset. */
  readonly siteRules: SiteRules
  /** As the user calls it; empty where the user gave none. */
  readonly name: string
}

/** The one in use among them. */
export const MOST_CONNECTIONS = 20
export const LONGEST_NAME = 60

export const DEFAULT_SETTINGS: Settings = {
  connection: null,
  kept: [],
  developerMode: false,
  payments: false,
  rateTolerance: 500,
  neverPay: new Set(),
  pageDays: 0,
  pausedUntil: null,
  habits: DEFAULT_HABITS,
}

/** Half. A receiver that is let take more than that could as well not be asked for its rate. */
export const LARGEST_TOLERANCE = 5_000

/** 0.36 an hour in major units, as the first Web Monetization wallet paid; at least one unit. */
export const defaultRate = ({ scale }: Asset): SourceUnits => {
  const units = (36n * 10n ** BigInt(scale)) / 100n
  return sourceUnits(units > 0n ? units : 1n)
}

/** What a book and its budget belong to: an ILP address and its asset. */
export const accountName = ({ ilpAddress, asset }: Account): string =>
  `${ilpAddress} ${asset.code}/${asset.scale}`

/** The one book of a connection. */
export const bookName = ({ account, repairs }: Pick<Connection, 'account' | 'repairs'>): string =>
  accountName(account) + (repairs === 0 ? '' : ` #${repairs + 1}`)

const connectionToJson = (connection: Connection): unknown => ({
  url: connection.endpoint.url,
  username: connection.endpoint.username,
  token: connection.token.reveal(),
  ilpAddress: connection.account.ilpAddress,
  assetCode: connection.account.asset.code,
  assetScale: connection.account.asset.scale,
  ratePerHour: connection.ratePerHour.toString(),
  repairs: connection.repairs,
  siteRules: siteRulesToJson(connection.siteRules),
  name: connection.name,
})

export const settingsToJson = ({ connection, kept, ...settings }: Settings): unknown => ({
  version: 1,
  developerMode: settings.developerMode,
  payments: settings.payments,
  rateTolerance: settings.rateTolerance,
  neverPay: [...settings.neverPay],
  pageDays: settings.pageDays,
  pausedUntil: settings.pausedUntil,
  habits: settings.habits,
  connection: connection && connectionToJson(connection),
  // A wallet from before there were several finds the one in use where it always was.
  kept: kept.map(connectionToJson),
})

export const connectionFromJson = (value: unknown): Connection | null => {
  if (typeof value !== 'object' || value === null) return null
  const stored = value as Record<string, unknown>
  const { url, username, token, ilpAddress, assetCode, assetScale, ratePerHour, repairs } = stored
  const texts = [url, username, token, ilpAddress, assetCode, ratePerHour]
  if (!texts.every((text) => typeof text === 'string')) return null
  if (
    !Number.isSafeInteger(repairs) ||
    !Number.isInteger(assetScale) ||
    !/^\d{1,20}$/.test(ratePerHour as string)
  )
    return null
  return {
    endpoint: { url: url as string, username: username as string },
    token: new Secret(token as string),
    account: {
      ilpAddress: ilpAddress as string,
      asset: { code: assetCode as string, scale: assetScale as number },
    },
    ratePerHour: sourceUnits(BigInt(ratePerHour as string)),
    repairs: repairs as number,
    siteRules: siteRulesFromJson(stored['siteRules']),
    name: nameFromJson(stored['name']),
  }
}

/** Those that are whole, each account once. */
const keptFromJson = (value: unknown, connection: Connection | null): Connection[] => {
  const names = new Set(connection && [accountName(connection.account)])
  const kept: Connection[] = []
  for (const one of Array.isArray(value) ? value : []) {
    const read = connectionFromJson(one)
    if (!read || names.has(accountName(read.account))) continue
    names.add(accountName(read.account))
    kept.push(read)
  }
  return kept.slice(0, MOST_CONNECTIONS)
}

const nameFromJson = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, LONGEST_NAME) : ''

const toleranceFromJson = (value: unknown): number => {
  const sound = Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST_TOLERANCE
  return sound ? Number(value) : DEFAULT_SETTINGS.rateTolerance
}

const pageDaysFromJson = (value: unknown): PageDays =>
  PAGE_DAYS.find((days) => days === value) ?? DEFAULT_SETTINGS.pageDays
const pauseFromJson = (value: unknown): EpochMs | null =>
  Number.isFinite(value) ? (value as EpochMs) : null

/** Anything that is not ours, or not whole, counts as not set: payments are off then. */
export const settingsFromJson = (value: unknown): Settings => {
  if (typeof value !== 'object' || value === null) return DEFAULT_SETTINGS
  const stored = value as Record<string, unknown>
  if (stored['version'] !== 1) return DEFAULT_SETTINGS
  const connection = connectionFromJson(stored['connection'])
  return {
    connection,
    kept: keptFromJson(stored['kept'], connection),
    developerMode: stored['developerMode'] === true,
    payments: stored['payments'] === true,
    rateTolerance: toleranceFromJson(stored['rateTolerance']),
    neverPay: neverPayFromJson(stored['neverPay']),
    pageDays: pageDaysFromJson(stored['pageDays']),
    pausedUntil: pauseFromJson(stored['pausedUntil']),
    habits: habitsFromJson(stored['habits']),
  }
}
