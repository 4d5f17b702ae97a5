import fc from 'fast-check'
import { deserializeIlpPrepare, Type } from 'ilp-packet'
import { expect, it } from 'vitest'
import { recordFigures } from '../../tests/figures/record-figures.ts'
import { createRenewal } from '../budget/renewal.ts'
import { leftNow, totalsNow } from '../ledger/book.ts'
import { openJournal } from '../ledger/journal.ts'
import { createMemoryJournalStore } from '../ledger/testing/memory-journal-store.ts'
import { createMeter } from '../meter/meter.ts'
import { deriveStreamKeys } from '../meter/stream-keys.ts'
import { createStreamPackets, DESTINATION } from '../meter/testing/stream-packets.ts'
import { deliveredFor, leastFor, type ExchangeRate } from '../money/exchange-rate.ts'
import { exchangeRates } from '../money/testing/exchange-rates.ts'
import { deliveredUnits, LARGEST_AMOUNT, sourceUnits } from '../money/units.ts'
import type { Clock, EpochMs, MonoMs } from '../ports/clock.ts'
import { Secret } from '../secret/secret.ts'
import { createPace, receiverUnit, TICK_MS } from './pace.ts'

const SECRET = Uint8Array.from({ length: 32 }, (_, index) => index)
const WALL = Date.UTC(2026, 0, 15)
const TICKS = 20
const LONGEST_TOLL_MS = 3_000
const ASSET = { code: 'EUR', scale: 9 }
const SITE = 'https://site.example'
const noMirrors = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() }

/** A rate in the user's units an hour, the receivers' exchange rates, and the budget in ticks of that rate. */
interface Session {
  readonly perHour: bigint
  readonly rates: readonly ExchangeRate[]
  readonly ticks: bigint
}

/** What no packet could carry to the receiver does not exist. */
const fits = (perHour: bigint, rate: ExchangeRate): boolean => {
  const tick = (perHour * BigInt(TICK_MS)) / 3_600_000n + (receiverUnit(rate) ?? 0n)
  return deliveredFor(rate, sourceUnits(tick)) <= LARGEST_AMOUNT
}

const count = { sessions: 0, packets: 0, 'budgets used up': 0 }

const runSession = async ({ perHour, rates: all, ticks }: Session): Promise<void> => {
  const rates = all.filter((rate) => fits(perHour, rate))
  let now = 1_000
  const clock: Clock = {
    wall: () => WALL as EpochMs,
    mono: () => now as MonoMs,
    // Waits for the toll are over at once; nothing here is ever so late that a deadline passes.
    after(ms, call) {
      if (ms > LONGEST_TOLL_MS) return () => {}
      now += ms
      queueMicrotask(call)
      return () => {}
    },
  }
  const store = createMemoryJournalStore()
  const journal = await openJournal(store, noMirrors, 'book', { onStopped() {} })
  const { book } = journal
  const budget = (perHour * ticks * BigInt(TICK_MS)) / 3_600_000n
  await journal.write({ kind: 'limit', at: clock.wall(), limit: sourceUnits(budget) })
  const pace = createPace((now - TICK_MS) as MonoMs)
  const stream = await createStreamPackets(SECRET)

  /** The connector's own book, and the receivers'. */
  let debit = 0n
  const received = rates.map(() => 0n)
  let index = 0
  const meter = createMeter({
    journal,
    renewal: createRenewal(journal, clock),
    clock,
    random: () => Buffer.from(String(book.length).padStart(16, '0')),
    async transport(bytes) {
      const amount = BigInt(deserializeIlpPrepare(Buffer.from(bytes)).amount)
      const rate = rates[index]
      if (!rate) throw new Error('nobody is paid')
      const stored = store.entries.at(-1) as { kind: string; amount: string }
      expect(stored).toMatchObject({ kind: 'reserve', amount: amount.toString() })
      expect(totalsNow(book).reserved).toBe(amount)
      const delivered = (amount * rate.delivered) / rate.sent
      debit += amount
      received[index] = (received[index] ?? 0n) + delivered
      return stream.fulfill(bytes, delivered)
    },
  })
  const posted: [bigint, bigint | null][] = []
  const connection = meter.connection({
    keys: await deriveStreamKeys(new Secret(SECRET)),
    destination: DESTINATION,
    site: SITE,
    receiver: 'https://wallet.example/alice',
    terms: { toll: (amount) => pace.toll(clock.mono(), amount), cap: () => null },
    believe: (_, claimed) => ({ amount: deliveredUnits(claimed), asset: ASSET }),
    events: {
      posted: (amount, delivered) => posted.push([amount, delivered]),
      refused() {},
      probed() {},
      probeRefused() {},
      doubted() {},
      barred() {},
    },
  })
  const candidates = rates.map((rate, place) => ({
    id: String(place),
    page: 'a',
    rate,
  }))
  for (let tick = 0; tick < TICKS; tick++) {
    now += TICK_MS
    const rate = sourceUnits(perHour)
    for (const { id, amount } of pace.tick(
      clock.mono(),
      rate,
      candidates,
      new Set(),
      leftNow(book),
    )) {
      index = Number(id)
      const exchange = rates[index]
      if (!exchange) throw new Error('a grant for nobody')
      const before = { debit, received: received[index] ?? 0n }
      connection.allow(amount)
      const request = await stream.prepare(amount, new Date(WALL + 30_000))
      const [answer] = await connection.sendData(request)
      const delivered = (received[index] ?? 0n) - before.received
      expect({
        answer,
        debited: debit - before.debit,
        posted: posted.at(-1),
        // Not a unit of it was burnt by rounding.
        least: leastFor(exchange, deliveredUnits(delivered)),
        busy: connection.busy,
      }).toEqual({
        answer: Type.TYPE_ILP_FULFILL,
        debited: amount,
        posted: [amount, delivered],
        least: amount,
        busy: false,
      })
      expect(delivered >= 1n).toBe(true)
      count.packets += 1
    }
  }
  const { posted: spent, reserved, inDoubt } = totalsNow(book)
  expect([spent, reserved, inDoubt]).toEqual([debit, 0n, 0n])
  expect(spent <= budget).toBe(true)
  const arrived = received.reduce((sum, one) => sum + one, 0n)
  const { delivered = [] } = (await store.readSites('book')).get(SITE) ?? {}
  expect(delivered[0]?.amount ?? 0n).toBe(arrived)
  if (spent > 0n && spent === budget) count['budgets used up'] += 1
  count.sessions += 1
}

it('grants, reserves, sends and posts the same number, and loses none over a session', async () => {
  const session = fc.record({
    perHour: fc.oneof(
      // From a unit a tick on, and up to all that a packet can carry.
      fc.integer({ min: 0, max: 15 }).map((digits) => 36n * 10n ** BigInt(digits + 2)),
      fc.bigInt(1n, LARGEST_AMOUNT),
      fc.constant(LARGEST_AMOUNT),
    ),
    rates: fc.array(exchangeRates, { minLength: 1, maxLength: 3 }),
    ticks: fc.bigInt(1n, 40n),
  })
  await fc.assert(fc.asyncProperty(session, runSession), { numRuns: 250, endOnFailure: true })
  recordFigures('rounding', { sessions: count.sessions, 'packets paced': count.packets })
  expect(count.sessions).toBe(250)
  expect(count.packets).toBeGreaterThan(1_000)
  expect(count['budgets used up']).toBeGreaterThan(5)
})
