import {
  Type,
  deserializeIlpPrepare,
  deserializeIlpReject,
  serializeIlpFulfill,
  serializeIlpPrepare,
  serializeIlpReject,
} from 'ilp-packet'
import {
  generateFulfillment,
  generateFulfillmentKey,
  generatePskEncryptionKey,
  hash,
  randomBytes,
} from 'ilp-protocol-stream/dist/src/crypto'
import { IlpPacketType, Packet } from 'ilp-protocol-stream/dist/src/packet'
import { beforeEach, describe, expect, it } from 'vitest'
import { LinkLost, NotSent } from '../connector/link-failure.ts'
import { leftNow, totalsNow } from '../ledger/book.ts'
import { createRenewal } from '../budget/renewal.ts'
import { openJournal, type Journal } from '../ledger/journal.ts'
import { createMemoryJournalStore } from '../ledger/testing/memory-journal-store.ts'
import { deliveredUnits, sourceUnits, type SourceUnits } from '../money/units.ts'
import type { Clock, EpochMs, MonoMs } from '../ports/clock.ts'
import type { JournalStore } from '../ports/journal-store.ts'
import { Secret } from '../secret/secret.ts'
import { createMeter, type Meter } from './meter.ts'
import {
  LARGEST_PROBE,
  MOST_CLOSING_PACKETS,
  MOST_PACKETS,
  type MeteredConnection,
} from './metered-connection.ts'
import { deriveStreamKeys } from './stream-keys.ts'

type Transport = (prepare: Uint8Array) => Promise<Uint8Array>

const secret = Buffer.alloc(32, 7)
const DESTINATION = 'test.receiver.alice'
const BUDGET = 1000n

let store: JournalStore
let journal: Journal
let meter: Meter
let connection: MeteredConnection
let transport: Transport
let heard: string[]
let onDisk: string[]
let timers: (() => void)[]

const clock: Clock = {
  wall: () => Date.UTC(2026, 0, 15) as EpochMs,
  mono: () => 0 as MonoMs,
  after(_ms, call) {
    timers.push(call)
    return () => (timers = timers.filter((one) => one !== call))
  },
}
const createStore = (): JournalStore => {
  const store = createMemoryJournalStore()
  return {
    ...store,
    append(book, writer, first, entries, changes) {
      onDisk.push(...entries.map((entry) => (entry as { kind: string }).kind))
      return store.append(book, writer, first, entries, changes)
    },
  }
}

const noMirrors = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() }

let cap: SourceUnits | null = null

const openConnection = async (): Promise<MeteredConnection> =>
  meter.connection({
    keys: await deriveStreamKeys(new Secret(Uint8Array.from(secret))),
    destination: DESTINATION,
    site: 'https://site.example',
    receiver: 'https://wallet.example/alice',
    terms: { toll: () => 0, cap: () => cap },
    believe: (_, claimed) => ({
      amount: deliveredUnits(claimed),
      asset: { code: 'EUR', scale: 9 },
    }),
    events: {
      posted: (amount, delivered) => heard.push(`posted ${amount} ${delivered}`),
      refused: (code, early, amount, arrived) =>
        heard.push(`refused ${code} ${early ? 'early' : 'late'} ${amount} ${arrived}`),
      probed: (amount, arrived) => heard.push(`probed ${amount} ${arrived}`),
      probeRefused: (code) => heard.push(`probe refused ${code}`),
      doubted: (amount) => heard.push(`doubted ${amount}`),
      barred: (why) => heard.push(`barred ${why}`),
    },
  })

beforeEach(async () => {
  cap = null
  heard = []
  onDisk = []
  timers = []
  transport = () => Promise.reject(new Error('no transport'))
  store = createStore()
  journal = await openJournal(store, noMirrors, 'book', {
    onStopped: () => heard.push('damaged'),
  })
  await journal.write({ kind: 'limit', at: clock.wall(), limit: sourceUnits(BUDGET) })
  const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length))
  meter = createMeter({
    journal,
    renewal: createRenewal(journal, clock),
    clock,
    random,
    transport: (bytes) => transport(bytes),
  })
  connection = await openConnection()
  connection.allow(sourceUnits(10n ** 12n))
})

let sequence = 0
const streamData = async (type: number, amount: bigint, of = sequence): Promise<Buffer> =>
  new Packet(of, type, amount.toString()).serializeAndEncrypt(
    await generatePskEncryptionKey(secret),
  )

const fulfillmentFor = async (data: Buffer): Promise<Buffer> =>
  generateFulfillment(await generateFulfillmentKey(secret), data)

const prepare = async (amount: bigint, options: { probe?: boolean } = {}): Promise<Buffer> => {
  sequence += 1
  const data = await streamData(IlpPacketType.Prepare, 0n)
  return serializeIlpPrepare({
    amount: amount.toString(),
    destination: DESTINATION,
    data,
    expiresAt: new Date(clock.wall() + 30_000),
    executionCondition: options.probe ? randomBytes(32) : await hash(await fulfillmentFor(data)),
  })
}
const fulfillWith =
  (data: (asked: number) => Promise<Buffer>): Transport =>
  async (bytes) =>
    serializeIlpFulfill({
      fulfillment: await fulfillmentFor(deserializeIlpPrepare(Buffer.from(bytes)).data),
      data: await data(sequence),
    })
const honest = fulfillWith(() => streamData(IlpPacketType.Fulfill, 80n))
const rejectWith =
  (code: string, data = Buffer.alloc(0)): Transport =>
  () =>
    Promise.resolve(serializeIlpReject({ code, data, message: '', triggeredBy: 'test.x' }))

const totals = () => {
  const { posted, reserved, inDoubt } = totalsNow(journal.book)
  return [posted, reserved, inDoubt].map(String).join(' ')
}

describe('the meter', () => {
  it('has the reservation on the disk before the bytes leave', async () => {
    transport = async (bytes) => {
      expect(onDisk.at(-1)).toBe('reserve')
      expect(totals()).toBe('0 100 0')
      return honest(bytes)
    }
    await connection.sendData(await prepare(100n))
    expect(totals()).toBe('100 0 0')
    expect(heard).toEqual(['posted 100 80'])
  })

  it.each<[string, Transport, string, string[]]>([
    [
      'fulfilled without data',
      fulfillWith(() => Promise.resolve(Buffer.alloc(0))),
      '100 0 0',
      ['posted 100 null'],
    ],
    [
      'fulfilled with noise',
      fulfillWith(() => Promise.resolve(randomBytes(60))),
      '100 0 0',
      ['posted 100 null'],
    ],
    [
      'fulfilled, says reject',
      fulfillWith(() => streamData(IlpPacketType.Reject, 80n)),
      '100 0 0',
      ['posted 100 null'],
    ],
    [
      'fulfilled, other sequence',
      fulfillWith((s) => streamData(IlpPacketType.Fulfill, 80n, s + 1)),
      '100 0 0',
      ['posted 100 null'],
    ],
    ['rejected', rejectWith('F99'), '0 0 0', ['refused F99 early 100 null']],
    ['rejected for want of credit', rejectWith('T04'), '0 0 0', ['refused T04 early 100 null']],
    [
      'never sent',
      () => Promise.reject(new NotSent()),
      '0 0 0',
      ['refused not-sent early 100 null'],
    ],
    ['lost with the link', () => Promise.reject(new LinkLost()), '0 0 100', ['doubted 100']],
    ['answered by a BTP error', () => Promise.reject(new Error('F00')), '0 0 100', ['doubted 100']],
    [
      'fulfilled with another preimage',
      () =>
        Promise.resolve(
          serializeIlpFulfill({ fulfillment: Buffer.alloc(32), data: Buffer.alloc(0) }),
        ),
      '0 0 100',
      ['doubted 100'],
    ],
    ['answered with nothing', () => Promise.resolve(Buffer.alloc(0)), '0 0 100', ['doubted 100']],
    [
      'answered with junk',
      () => Promise.resolve(Buffer.from([13, 1, 2])),
      '0 0 100',
      ['doubted 100'],
    ],
  ])('a packet %s', async (_what, answer, expected, events) => {
    transport = answer
    await connection.sendData(await prepare(100n)).catch(() => {})
    expect(totals()).toBe(expected)
    expect(heard).toEqual(events)
    expect(meter.inFlight).toBe(0)
  })

  it('is in doubt when no answer comes in time, and posts it when the preimage comes late', async () => {
    let answer: (reply: Uint8Array) => void = () => {}
    let sent: Uint8Array = Buffer.alloc(0)
    transport = (bytes) => {
      sent = bytes
      return new Promise((resolve) => (answer = resolve))
    }
    const request = await prepare(100n)
    const sending = connection.sendData(request)
    while (sent.length === 0) await new Promise(setImmediate)
    for (const timer of [...timers]) timer()
    await expect(sending).rejects.toThrow()
    expect(totals()).toBe('0 0 100')
    const late = await honest(sent)
    answer(late)
    await meter.heardFulfill(late)
    expect(totals()).toBe('100 0 0')
    await meter.heardFulfill(late)
    expect(totals()).toBe('100 0 0')
  })

  it('posts a packet that was rejected first and fulfilled after all', async () => {
    transport = rejectWith('R00')
    const request = await prepare(100n)
    await connection.sendData(request)
    expect(totals()).toBe('0 0 0')
    await meter.heardFulfill(await honest(request))
    expect(totals()).toBe('100 0 0')
  })

  it('posts a packet whose fulfill came under another id while its own answer never came', async () => {
    const request = await prepare(100n)
    transport = async (bytes) => {
      await meter.heardFulfill(await honest(bytes))
      throw new LinkLost()
    }
    await connection.sendData(request).catch(() => {})
    expect(totals()).toBe('100 0 0')
  })

  it('lets a hundred packets at once take no more than the budget', async () => {
    transport = async (bytes) => {
      await new Promise(setImmediate)
      return honest(bytes)
    }
    const replies = await Promise.all(
      Array.from({ length: MOST_PACKETS }, async () => connection.sendData(await prepare(14n))),
    )
    expect(journal.book.limit).toBe(BUDGET)
    expect(totals()).toBe('994 0 0')
    const codes = new Set(
      replies.filter(([type]) => type === 14).map((r) => deserializeIlpReject(r).code),
    )
    expect([...codes]).toEqual(['F08'])
    connection.allow(sourceUnits(0n))
    await connection.sendData(await prepare(6n))
    expect(leftNow(journal.book)).toBe(0n)
    const refused = await connection.sendData(await prepare(1n))
    expect(deserializeIlpReject(refused).code).toBe('R99')
    expect(heard.at(-1)).toBe('barred budget-spent')
  })

  it('tells what would still fit when a packet is too large', async () => {
    const { code, data } = deserializeIlpReject(await connection.sendData(await prepare(1001n)))
    expect([code, data.readBigUInt64BE(0), data.readBigUInt64BE(8)]).toEqual(['F08', 1001n, 1000n])
  })

  it('lets a site have its cap to the unit, asked anew for every packet', async () => {
    transport = honest
    const code = async (amount: bigint) => {
      const reply = await connection.sendData(await prepare(amount))
      return reply[0] === Type.TYPE_ILP_REJECT ? deserializeIlpReject(reply).code : 'fulfilled'
    }
    cap = sourceUnits(150n)
    expect(await code(100n)).toBe('fulfilled')
    const tooLarge = deserializeIlpReject(await connection.sendData(await prepare(51n)))
    expect(tooLarge.code).toBe('F08')
    expect([tooLarge.data.readBigUInt64BE(0), tooLarge.data.readBigUInt64BE(8)]).toEqual([51n, 50n])
    expect(await code(50n)).toBe('fulfilled')
    expect(await code(1n)).toBe('R99')
    expect(heard.at(-1)).toBe('barred site-cap-reached')
    cap = sourceUnits(151n)
    expect(await code(1n)).toBe('fulfilled')
    cap = sourceUnits(7n)
    expect(await code(1n)).toBe('R99')
    expect(totals()).toBe('151 0 0')
  })

  it('sends nothing that was not granted, and nothing once barred', async () => {
    transport = honest
    connection.bar()
    connection.allow(sourceUnits(100n))
    expect(deserializeIlpReject(await connection.sendData(await prepare(1n))).code).toBe('R99')
    expect(heard).toEqual(['barred not-granted'])
    expect(onDisk).not.toContain('reserve')
  })

  it('keeps probes outside the budget, caps them, and closes them', async () => {
    transport = async () => {
      expect(journal.book.probes.size).toBe(1)
      return rejectWith(
        'F99',
        Buffer.from(await streamData(IlpPacketType.Reject, 8000n)),
      )(Buffer.alloc(0))
    }
    await connection.sendData(await prepare(10_000n, { probe: true }))
    expect(heard).toEqual(['probed 10000 8000'])
    expect(totals()).toBe('0 0 0')
    expect(journal.book.probes.size).toBe(0)
    const large = await connection.sendData(await prepare(LARGEST_PROBE + 1n, { probe: true }))
    expect(deserializeIlpReject(large).code).toBe('F08')
  })

  it('has no probe wait for the disk, and none leave where the book takes nothing', async () => {
    const lastOnDisk: unknown[] = []
    transport = (bytes) => {
      lastOnDisk.push(onDisk.at(-1))
      return rejectWith('F99')(bytes)
    }
    const answer = await connection.sendData(await prepare(100n, { probe: true }))
    expect(deserializeIlpReject(answer).code).toBe('F99')
    await expect.poll(() => onDisk).toEqual(['limit', 'probe', 'probe-end'])
    await openJournal(store, noMirrors, 'book', { onStopped: () => {} })
    const lost = await connection.sendData(await prepare(100n, { probe: true }))
    expect(deserializeIlpReject(lost).code).toBe('R99')
    const stopped = await connection.sendData(await prepare(100n, { probe: true }))
    expect(deserializeIlpReject(stopped).code).toBe('R99')
    expect(heard).toEqual([
      'probe refused F99',
      'damaged',
      'barred book-damaged',
      'barred book-damaged',
    ])
    // The second was on its way when the book was lost.
    expect(lastOnDisk).toEqual(['limit', 'probe-end'])
  })

  it('lets so many packets leave between two grants, and few once barred', async () => {
    let left = 0
    transport = (bytes) => {
      left += 1
      return honest(bytes)
    }
    const sendAll = async (amount: bigint): Promise<number> => {
      left = 0
      for (let n = 0; n < 2 * MOST_PACKETS; n++) await connection.sendData(await prepare(amount))
      return left
    }
    expect(await sendAll(1n)).toBe(MOST_PACKETS)
    expect(heard.at(-1)).toBe('barred not-granted')
    connection.allow(sourceUnits(1n))
    expect(await sendAll(0n)).toBe(MOST_PACKETS)
    connection.bar()
    expect(await sendAll(0n)).toBe(MOST_CLOSING_PACKETS)
  })

  it('spares the network one packet without money after each grant that is used up', async () => {
    let left = 0
    transport = (bytes) => {
      left += 1
      return honest(bytes)
    }
    const say = async (amount: bigint): Promise<string> => {
      const reply = await connection.sendData(await prepare(amount))
      return reply[0] === Type.TYPE_ILP_REJECT ? deserializeIlpReject(reply).code : 'fulfilled'
    }
    // Before the first grant, too.
    connection = await openConnection()
    expect(await say(0n)).toBe('F99')
    connection.allow(sourceUnits(100n))
    // What was granted waits for a word of the receiver: the library may ask for it.
    expect(await say(0n)).toBe('fulfilled')
    expect(await say(60n)).toBe('fulfilled')
    expect(await say(0n)).toBe('fulfilled')
    expect(await say(40n)).toBe('fulfilled')
    left = 0
    expect(await say(0n)).toBe('F99')
    expect(left).toBe(0)
    // Should there be more that it has to say, it says so again.
    expect(await say(0n)).toBe('fulfilled')
    connection.allow(sourceUnits(100n))
    expect(await say(100n)).toBe('fulfilled')
    expect(await say(0n)).toBe('F99')
    connection.bar()
    expect(await say(0n)).toBe('fulfilled')
  })

  it('tells of a payment before it is on the disk, and counts it by then', async () => {
    transport = honest
    const told: string[] = []
    heard.push = (what) => told.push(`${what}; ${totals()}; on the disk: ${onDisk.at(-1)}`)
    await connection.sendData(await prepare(100n))
    expect(told).toEqual(['posted 100 80; 100 0 0; on the disk: reserve'])
    expect(onDisk.at(-1)).toBe('post')
  })

  it('refuses a prepare to anybody else', async () => {
    const other = deserializeIlpPrepare(await prepare(1n))
    const forged = serializeIlpPrepare({ ...other, destination: 'peer.config' })
    await expect(connection.sendData(forged)).rejects.toThrow('another destination')
  })

  it('after a start counts as in doubt what was on its way', async () => {
    transport = () => new Promise(() => {})
    void connection.sendData(await prepare(100n))
    while (totals() !== '0 100 0' || meter.inFlight === 0) await new Promise(setImmediate)
    await meter.recover()
    expect(totals()).toBe('0 0 100')
  })
})
