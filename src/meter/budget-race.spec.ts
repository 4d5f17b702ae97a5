import fc, { type Scheduler } from 'fast-check'
import { deserializeIlpPrepare, deserializeIlpReject, serializeIlpReject, Type } from 'ilp-packet'
import { expect, it } from 'vitest'
import { recordFigures } from '../../tests/figures/record-figures.ts'
import { createRenewal } from '../budget/renewal.ts'
import { LinkLost, NotSent } from '../connector/link-failure.ts'
import { siteNow, totalsNow } from '../ledger/book.ts'
import { openJournal } from '../ledger/journal.ts'
import { readEntries } from '../ledger/read-entries.ts'
import { createMemoryJournalStore } from '../ledger/testing/memory-journal-store.ts'
import { deliveredUnits, sourceUnits } from '../money/units.ts'
import type { Clock, EpochMs, MonoMs } from '../ports/clock.ts'
import { Secret } from '../secret/secret.ts'
import { createMeter } from './meter.ts'
import { deriveStreamKeys } from './stream-keys.ts'
import { createStreamPackets, DESTINATION } from './testing/stream-packets.ts'

const SECRET = Uint8Array.from({ length: 32 }, (_, index) => index)
const WALL = Date.UTC(2026, 0, 15)
const EXPIRY = new Date(WALL + 30_000)

/** How a packet that leaves ends. `silent`: its answer comes after its deadline, if at all. */
type End = 'fulfilled' | 'rejected' | 'lost' | 'not-sent' | 'silent' | 'silent, then fulfilled'

interface Packet {
  readonly amount: bigint
  readonly end: End
}

interface Race {
  readonly packets: readonly Packet[]
  /** Of the budget, for each site; null: none. */
  readonly capPercent: number | null
  /** Of what all packets together want. */
  readonly percent: number
  /** The disk is full from this write on. */
  readonly fullAt: number | null
  readonly compactAfter: number
}

const count = {
  schedules: 0,
  tried: 0,
  left: 0,
  refused: 0,
  posted: 0,
  doubted: 0,
  full: 0,
  capped: 0,
}

const runRace = async (s: Scheduler, race: Race): Promise<void> => {
  const wanted = race.packets.reduce((sum, { amount }) => sum + amount, 0n)
  const budget = (wanted * BigInt(race.percent)) / 100n
  const cap =
    race.capPercent === null ? null : sourceUnits((budget * BigInt(race.capPercent)) / 100n)
  const pause = (what: string): Promise<unknown> => s.schedule(Promise.resolve(), what)

  const disk = createMemoryJournalStore()
  const reserved = new Set<unknown>()
  let writes = 0
  const store: typeof disk = {
    ...disk,
    async append(book, writer, first, entries, changes) {
      await pause('append')
      if (race.fullAt !== null && ++writes > race.fullAt) throw new Error('the disk is full')
      await disk.append(book, writer, first, entries, changes)
      for (const entry of entries) reserved.add((entry as { condition?: string }).condition)
    },
    async compact(book, writer, base, length) {
      await pause('compact')
      await disk.compact(book, writer, base, length)
    },
  }
  const mirrors = {
    load: () => Promise.resolve(undefined),
    save: async () => void (await pause('mirror')),
  }
  /** The next timer is the deadline of a packet that is not answered in time. */
  let passes = false
  const clock: Clock = {
    wall: () => WALL as EpochMs,
    mono: () => 0 as MonoMs,
    after(_ms, call) {
      if (passes) void pause('deadline').then(call)
      passes = false
      return () => {}
    },
  }
  const journal = await s.waitFor(
    openJournal(store, mirrors, 'book', { onStopped() {}, compactAfter: race.compactAfter }),
  )
  const { book } = journal
  const limited = journal.write({ kind: 'limit', at: clock.wall(), limit: sourceUnits(budget) })
  await s.waitFor(limited.catch(() => {}))

  const stream = await createStreamPackets(SECRET)
  const ends = new Map<string, End>()
  /** Counted at the wire, apart from the book: what has left and was not rejected. */
  let exposed = 0n
  const exposedBy = new Map<string, bigint>()
  const senders = new Map<string, string>()
  let id = 0
  const transport = async (bytes: Uint8Array): Promise<Uint8Array> => {
    const request = deserializeIlpPrepare(Buffer.from(bytes))
    const condition = request.executionCondition.toString('hex')
    const end = ends.get(condition)
    expect(reserved.has(condition), 'the reservation is on the disk').toBe(true)
    if (end === 'not-sent') throw new NotSent()
    count.left += 1
    exposed += BigInt(request.amount)
    expect(exposed, 'what has left').toBeLessThanOrEqual(budget)
    const site = senders.get(condition) ?? ''
    const expose = (by: bigint) => exposedBy.set(site, (exposedBy.get(site) ?? 0n) + by)
    expose(BigInt(request.amount))
    if (cap !== null) {
      expect(exposedBy.get(site), 'what has left for this site').toBeLessThanOrEqual(cap)
      if (exposedBy.get(site) === cap) count.capped += 1
    }
    const fulfill = await stream.fulfill(bytes, 8n)
    // Where the disk is full by then it rejects, which the journal's state says, too.
    const late = () => meter.heardFulfill(fulfill).catch(() => {})
    if (end === 'silent, then fulfilled') void pause('late').then(late)
    if (end?.startsWith('silent')) return new Promise(() => {})
    await pause('answer')
    if (end === 'lost') throw new LinkLost()
    if (end === 'fulfilled') return fulfill
    exposed -= BigInt(request.amount)
    expose(-BigInt(request.amount))
    return serializeIlpReject({ code: 'F99', data: Buffer.alloc(0), message: '', triggeredBy: '' })
  }
  const meter = createMeter({
    journal,
    renewal: createRenewal(journal, clock),
    clock,
    random: () => Buffer.from(String(id++).padStart(16, '0')),
    transport: (bytes) => {
      passes = (ends.get(conditionIn(bytes)) ?? '').startsWith('silent')
      return transport(bytes)
    },
  })
  const keys = await deriveStreamKeys(new Secret(SECRET))
  const connections = [0, 1, 2].map((tab) =>
    meter.connection({
      keys,
      destination: DESTINATION,
      site: `https://site${tab}.example`,
      receiver: 'https://wallet.example/alice',
      terms: { toll: () => 0, cap: () => cap },
      believe: (_, claimed) => ({
        amount: deliveredUnits(claimed),
        asset: { code: 'EUR', scale: 9 },
      }),
      events: {
        posted: () => (count.posted += 1),
        refused() {},
        probed() {},
        probeRefused() {},
        doubted: () => (count.doubted += 1),
        barred() {},
      },
    }),
  )
  for (const connection of connections) connection.allow(sourceUnits(10n ** 18n))

  const send = async ({ amount, end }: Packet, index: number): Promise<void> => {
    const bytes = await stream.prepare(amount, EXPIRY)
    ends.set(conditionIn(bytes), end)
    senders.set(conditionIn(bytes), `https://site${index % connections.length}.example`)
    await pause('send')
    const reply = await connections[index % connections.length]?.sendData(bytes)
    if (reply?.[0] !== Type.TYPE_ILP_REJECT || deserializeIlpReject(reply).code === 'F99') return
    count.refused += 1
  }
  const sent = await s.waitFor(Promise.allSettled(race.packets.map(send)))
  await s.waitIdle()
  const broken = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []))
  expect(broken.filter(({ name }) => name === 'AssertionError')).toEqual([])
  count.schedules += 1
  count.tried += race.packets.length

  const { posted, reserved: open, inDoubt } = totalsNow(book)
  expect(posted + open + inDoubt).toBeLessThanOrEqual(budget)
  const isFull = race.fullAt !== null && writes > race.fullAt
  expect(journal.state).toBe(isFull ? 'damaged' : 'sound')
  if (isFull) {
    count.full += 1
    return
  }
  expect([open, posted + inDoubt]).toEqual([0n, exposed])
  for (const [site, gone] of exposedBy) {
    const now = siteNow(book, site)
    expect([now.reserved, now.posted + now.inDoubt]).toEqual([0n, gone])
  }
  const { book: stored, broken: tear } = readEntries(await disk.read('book'))
  expect(tear).toBeNull()
  expect(stored).toEqual(book)
}

const conditionIn = (bytes: Uint8Array): string =>
  deserializeIlpPrepare(Buffer.from(bytes)).executionCondition.toString('hex')

const end = fc.oneof(
  { weight: 6, arbitrary: fc.constant<End>('fulfilled') },
  { weight: 6, arbitrary: fc.constant<End>('rejected') },
  fc.constantFrom<End>('lost', 'not-sent', 'silent', 'silent, then fulfilled'),
)
const packet = fc.record({ amount: fc.bigInt(1n, 50n), end })
const raceOf = (minLength: number, maxLength: number) =>
  fc.record({
    packets: fc.array(packet, { minLength, maxLength, size: 'max' }),
    percent: fc.integer({ min: 5, max: 60 }),
    capPercent: fc.option(fc.integer({ min: 5, max: 60 })),
    fullAt: fc.option(fc.nat(40), { freq: 8 }),
    compactAfter: fc.constantFrom(4, 256),
  })
const endOnFailure = true

const MINUTES = 60_000

it(
  'reserves no unit too many, in whatever order disk and network answer',
  { timeout: 5 * MINUTES },
  async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), raceOf(2, 20), runRace), {
      numRuns: 2_000,
      endOnFailure,
    })
    await fc.assert(fc.asyncProperty(fc.scheduler(), raceOf(200, 300), runRace), {
      numRuns: 30,
      endOnFailure,
    })
    recordFigures('budget race', {
      'orders of events': count.schedules,
      'packets tried': count.tried,
      'packets refused': count.refused,
    })
    expect(count.schedules).toBeGreaterThanOrEqual(2_000)
    expect(Math.min(count.tried, count.left, count.refused)).toBeGreaterThan(5_000)
    expect(Math.min(count.posted, count.doubted, count.full, count.capped)).toBeGreaterThan(50)
  },
)
