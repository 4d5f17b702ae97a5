import { forgotten } from '../history/forget.ts'
import { NAMELESS } from '../history/nameless.ts'
import { BEFORE } from '../history/span.ts'
import type { SourceUnits } from '../money/units.ts'
import {
  FORGOTTEN,
  leftNow,
  NO_SITE,
  NO_TOTALS,
  siteNow,
  type Book,
  type OpenPacket,
  type PeriodTotals,
} from './book.ts'
import type { Entry, PacketId } from './entry.ts'

/** An entry that cannot follow the ones before it. Payment stops; the journal is kept as it is. */
export class BrokenInvariant extends Error {}

/** Rejected packets that are remembered, in case a fulfill with the right preimage comes after all. */
const VOIDED_KEPT = 1_000

type Writable<T> = {
  -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer A, infer B> ? Map<A, B> : T[K]
}

export const emptyBook = (): Book => ({
  length: 0,
  period: null,
  limit: null,
  totals: new Map(),
  packets: new Map(),
  byCondition: new Map(),
  probes: new Map(),
  sitesNow: new Map(),
  lastReservedAt: null,
})

const plus = (a: SourceUnits, b: bigint): SourceUnits => {
  if (a + b < 0n) throw new BrokenInvariant('a total would fall below zero')
  return (a + b) as SourceUnits
}

const changed = (old: PeriodTotals, change: Partial<PeriodTotals>): PeriodTotals => ({
  posted: plus(old.posted, change.posted ?? 0n),
  reserved: plus(old.reserved, change.reserved ?? 0n),
  inDoubt: plus(old.inDoubt, change.inDoubt ?? 0n),
})

/** For its site, too, as long as the period is the current one. */
const addToPeriod = (
  book: Writable<Book>,
  { period, site, capSite = site }: Pick<OpenPacket, 'period' | 'site' | 'capSite'>,
  change: Partial<PeriodTotals>,
): void => {
  book.totals.set(period, changed(book.totals.get(period) ?? NO_TOTALS, change))
  if (period === book.period) book.sitesNow.set(capSite, changed(siteNow(book, capSite), change))
}

const negative = (n: SourceUnits): SourceUnits => (0n - n) as SourceUnits

/** Takes a packet out of the sum that its state counts in. */
const leaveState = (book: Writable<Book>, packet: OpenPacket): void => {
  if (packet.state === 'reserved') {
    addToPeriod(book, packet, { reserved: negative(packet.amount) })
  } else if (packet.state === 'in-doubt') {
    addToPeriod(book, packet, { inDoubt: negative(packet.amount) })
  }
}

const forgetOldestVoided = (book: Writable<Book>): void => {
  let voided = 0
  let oldest: OpenPacket | null = null
  for (const packet of book.packets.values()) {
    if (packet.state !== 'voided') continue
    oldest ??= packet
    voided += 1
  }
  if (oldest && voided > VOIDED_KEPT) {
    book.packets.delete(oldest.id)
    book.byCondition.delete(oldest.condition)
  }
}

const packetOf = (book: Book, id: PacketId): OpenPacket => {
  const packet = book.packets.get(id)
  if (!packet) throw new BrokenInvariant('an entry speaks of a packet that is not open')
  return packet
}

const reserve = (book: Writable<Book>, entry: Extract<Entry, { kind: 'reserve' }>): void => {
  const { packet: id, period, amount, condition, expiresAt, site, receiver, at, day } = entry
  if (book.packets.has(id)) throw new BrokenInvariant('a packet is reserved twice')
  if (period !== book.period) throw new BrokenInvariant('a reservation outside the current period')
  if (amount > leftNow(book)) throw new BrokenInvariant('a reservation beyond the budget')
  addToPeriod(book, entry, { reserved: amount })
  const open = { id, period, amount, condition, expiresAt, site, receiver, ...(day && { day }) }
  book.packets.set(id, { ...open, state: 'reserved' })
  book.byCondition.set(condition, id)
  book.lastReservedAt = at
}

const post = (book: Writable<Book>, entry: Extract<Entry, { kind: 'post' }>): void => {
  const packet = packetOf(book, entry.packet)
  leaveState(book, packet)
  addToPeriod(book, packet, { posted: packet.amount })
  book.packets.delete(packet.id)
  book.byCondition.delete(packet.condition)
}

const end = (book: Writable<Book>, id: PacketId, state: 'voided' | 'in-doubt'): void => {
  const packet = packetOf(book, id)
  if (packet.state !== 'reserved') throw new BrokenInvariant('a packet ends twice')
  leaveState(book, packet)
  // Set anew, so that the map stays in the order in which packets were voided.
  book.packets.delete(id)
  book.packets.set(id, { ...packet, state })
  if (state === 'voided') return forgetOldestVoided(book)
  addToPeriod(book, packet, { inDoubt: packet.amount })
}

/** Amounts stay where they count; names go, from packets that may still be posted too. */
const forget = (book: Writable<Book>, entry: Extract<Entry, { kind: 'forget' }>): void => {
  const capped = new Set(entry.capped.split(' '))
  const capSiteOf = (name: string): string => {
    const named = name !== NO_SITE && (entry.site === NAMELESS || entry.site === name)
    return named && !capped.has(name) ? FORGOTTEN : name
  }
  for (const [id, packet] of book.packets) {
    const { site, day } = forgotten(entry, { site: packet.site, day: packet.day ?? BEFORE })
    const receiver = site === packet.site ? packet.receiver : ''
    const capSite = capSiteOf(packet.capSite ?? packet.site)
    book.packets.set(id, { ...packet, site, capSite, day, receiver })
  }
  for (const [name, sums] of [...book.sitesNow]) {
    const capSite = capSiteOf(name)
    if (capSite === name) continue
    book.sitesNow.delete(name)
    book.sitesNow.set(capSite, changed(siteNow(book, capSite), sums))
  }
}

/**
 * Adds one entry to the book, in place (a journal may be a million entries long); nothing else changes it.
 * Throws BrokenInvariant, before any change, where the entry cannot follow.
 */
export const applyEntry = (readonlyBook: Book, entry: Entry): void => {
  const book = readonlyBook as Writable<Book>
  switch (entry.kind) {
    case 'period':
      if (book.period !== null && entry.period <= book.period) {
        throw new BrokenInvariant('the period goes back')
      }
      book.period = entry.period
      book.sitesNow = new Map()
      break
    case 'limit':
      book.limit = entry.limit
      break
    case 'reserve':
      reserve(book, entry)
      break
    case 'post':
      post(book, entry)
      break
    case 'void':
      end(book, entry.packet, 'voided')
      break
    case 'doubt':
      end(book, entry.packet, 'in-doubt')
      break
    case 'carry':
      if (book.period === null) throw new BrokenInvariant('an amount carried into no period')
      addToPeriod(book, { period: book.period, site: NO_SITE }, { posted: entry.amount })
      break
    case 'forget':
      forget(book, entry)
      break
    case 'probe':
      book.probes.set(entry.packet, entry.amount)
      break
    case 'probe-end':
      book.probes.delete(entry.packet)
      break
  }
  book.length += 1
}
