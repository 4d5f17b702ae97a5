import { NO_SITE, totalsNow, type Book, type PeriodTotals } from './book.ts'
import { crc32 } from './crc32.ts'

/** Raised when the shape changes; an older one is then read by a migration of its own. */
const VERSION = 2

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

/**
 * Version 1 had no sums of single sites by period. Exact where the book knows one period. Otherwise the most that it
 * can have been: a site's cap may be reached too early then, until that month ends, and never too late.
 */
const sitesNowOf = (book: Omit<Book, 'sitesNow'>): Book['sitesNow'] => {
  const { posted } = totalsNow(book)
  const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((a, b) => a + b, 0n)
  const packets = [...book.packets.values()].filter(({ period }) => period === book.period)
  const totalsOf = (site: string, all: bigint): PeriodTotals => {
    const open = (state: string): bigint =>
      sum(packets.flatMap((one) => (one.site === site && one.state === state ? one.amount : [])))
    const most = all < posted ? all : posted
    return { posted: most, reserved: open('reserved'), inDoubt: open('in-doubt') } as PeriodTotals
  }
  const known = sum([...book.sites.values()].map((site) => site.posted))
  const names = new Set([...book.sites.keys(), ...packets.map(({ site }) => site)])
  return new Map([
    ...[...names].map(
      (site) => [site, totalsOf(site, book.sites.get(site)?.posted ?? 0n)] as const,
    ),
    [NO_SITE, totalsOf(NO_SITE, posted > known ? posted - known : 0n)] as const,
  ])
}

/** Null where the stored value is not the base that was stored, or of a version that is not known. */
export const openBase = (stored: unknown): { book: Book; chain: number } | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { version, chain, text, sum } = stored as StoredBase
  if (sum !== sumOf({ version, chain, text })) return null
  // The checksum says that `sealBase` wrote this text, so that it has the shape of a book of its version.
  const book = JSON.parse(text, fromJson) as Book
  if (version === VERSION) return { book, chain }
  return version === 1 ? { book: { ...book, sitesNow: sitesNowOf(book) }, chain } : null
}
