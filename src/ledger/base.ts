import type { SourceUnits } from '../money/units.ts'
import { NO_SITE, totalsNow, type Book, type PeriodTotals } from './book.ts'
import { crc32 } from './crc32.ts'
import type { Delivered } from './entry.ts'

/** Raised when the shape changes; an older one is then read by a migration of its own. */
const VERSION = 3

/**
 * What compaction leaves of a book's first entries: what they say together, and the checksum with which the
 * entries after them go on. `text` is the book in JSON.
 */
interface StoredBase {
  readonly version: number
  readonly chain: number
  readonly text: string
  /** Over all the rest. */
  readonly sum: number
}

const sumOf = ({ version, chain, text }: Omit<StoredBase, 'sum'>): number =>
  crc32(`${version} ${chain} ${text}`)

/** JSON has neither: `{"units":"5"}` and `{"pairs":[[key,value]]}` stand for them. */
const toJson = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return { units: value.toString() }
  return value instanceof Map ? { pairs: [...(value as Map<unknown, unknown>)] } : value
}

const fromJson = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const { units, pairs } = value as { units?: string; pairs?: [unknown, unknown][] }
  if (units !== undefined) return BigInt(units)
  return pairs === undefined ? value : new Map(pairs)
}

export const sealBase = (book: Book, chain: number): unknown => {
  const base = { version: VERSION, chain, text: JSON.stringify(book, toJson) }
  return { ...base, sum: sumOf(base) }
}

/** What a site got of all times, as versions 1 and 2 kept it in the book. The history has it since. */
export interface OldSite {
  readonly posted: SourceUnits
  readonly inDoubt: SourceUnits
  readonly delivered: ReadonlyMap<string, Delivered>
}

type OldSites = ReadonlyMap<string, OldSite>

/**
 * Version 1 had no sums of single sites by period. Exact where the book knows one period. Otherwise the most that it
 * can have been: a site's cap may be reached too early then, until that month ends, and never too late.
 */
const sitesNowOf = (book: Omit<Book, 'sitesNow'>, sites: OldSites): Book['sitesNow'] => {
  const { posted } = totalsNow(book)
  const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((a, b) => a + b, 0n)
  const packets = [...book.packets.values()].filter(({ period }) => period === book.period)
  const totalsOf = (site: string, all: bigint): PeriodTotals => {
    const open = (state: string): bigint =>
      sum(packets.flatMap((one) => (one.site === site && one.state === state ? one.amount : [])))
    const most = all < posted ? all : posted
    return { posted: most, reserved: open('reserved'), inDoubt: open('in-doubt') } as PeriodTotals
  }
  const known = sum([...sites.values()].map((site) => site.posted))
  const names = new Set([...sites.keys(), ...packets.map(({ site }) => site)])
  return new Map([
    ...[...names].map((site) => [site, totalsOf(site, sites.get(site)?.posted ?? 0n)] as const),
    [NO_SITE, totalsOf(NO_SITE, posted > known ? posted - known : 0n)] as const,
  ])
}

export interface OpenedBase {
  readonly book: Book
  readonly chain: number
  /** Empty from version 3 on. */
  readonly oldSites: OldSites
}

/** Null where the stored value is not the base that was stored, or of a version that is not known. */
export const openBase = (stored: unknown): OpenedBase | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { version, chain, text, sum } = stored as StoredBase
  if (sum !== sumOf({ version, chain, text })) return null
  if (version < 1 || version > VERSION) return null
  // The checksum says that `sealBase` wrote this text, so that it has the shape of a book of its version.
  const { sites: oldSites = new Map(), ...book } = JSON.parse(text, fromJson) as Book & {
    readonly sites?: OldSites
  }
  if (version > 1) return { book, chain, oldSites }
  return { book: { ...book, sitesNow: sitesNowOf(book, oldSites) }, chain, oldSites }
}
