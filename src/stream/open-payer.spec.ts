import { StreamServer } from '@interledger/stream-receiver'
import {
  deserializeIlpPrepare,
  isIlpReply,
  serializeIlpReject,
  serializeIlpReply,
  type IlpPrepare,
} from 'ilp-packet'
import { generatePskEncryptionKey } from 'ilp-protocol-stream/dist/src/crypto'
import { FrameType, Packet } from 'ilp-protocol-stream/dist/src/packet'
import { expect, it } from 'vitest'
import { randomBytes } from '../../extension/ports/random-bytes.ts'
import { systemClock as clock } from '../../extension/ports/system-clock.ts'
import { createRenewal } from '../budget/renewal.ts'
import { createMultiplexer } from '../connector/multiplexer.ts'
import type { Entry } from '../ledger/entry.ts'
import { openJournal } from '../ledger/journal.ts'
import {
  createMemoryJournalStore,
  type MemoryJournalStore,
} from '../ledger/testing/memory-journal-store.ts'
import { createMeter, type Meter } from '../meter/meter.ts'
import { MOST_CLOSING_PACKETS, type MeteredConnection } from '../meter/metered-connection.ts'
import { sourceUnits } from '../money/units.ts'
import { Secret } from '../secret/secret.ts'
import { openPayer } from './open-payer.ts'

const noMirrors = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() }

/** Takes every packet on the way to an honest receiver; null lets it pass. */
type Tamper = (prepare: IlpPrepare, sharedSecret: Buffer) => Promise<Buffer | null>

interface Surroundings {
  readonly store?: MemoryJournalStore
  readonly bend?: (meter: Meter) => Meter
  readonly wayBack?: boolean
}

const tryToOpen = async (
  tamper: Tamper,
  {
    store = createMemoryJournalStore(),
    bend = (meter) => meter,
    wayBack = true,
  }: Surroundings = {},
) => {
  const journal = await openJournal(store, noMirrors, 'book', { onStopped: () => {} })
  await journal.write({ kind: 'limit', at: clock.wall(), limit: sourceUnits(1_000n) })
  const server = new StreamServer({
    serverSecret: Buffer.alloc(32, 1),
    serverAddress: 'test.receiver',
  })
  const { ilpAddress, sharedSecret } = server.generateCredentials({
    asset: { code: 'EUR', scale: 9 },
  })
  const meter = createMeter({
    journal,
    renewal: createRenewal(journal, clock),
    clock,
    random: randomBytes,
    async transport(bytes) {
      const prepare = deserializeIlpPrepare(Buffer.from(bytes))
      const other = await tamper(prepare, sharedSecret)
      if (other) return other
      const reply = server.createReply(prepare)
      return serializeIlpReply(isIlpReply(reply) ? reply : reply.accept())
    },
  })
  return openPayer({
    meter: bend(meter),
    multiplexer: createMultiplexer(randomBytes),
    clock,
    wayBack,
    account: { ilpAddress: 'test.connector.me', asset: { code: 'USD', scale: 9 } },
    receiver: {
      destination: ilpAddress,
      sharedSecret: new Secret(Uint8Array.from(sharedSecret)),
      url: 'https://wallet.example/',
      serverTime: null,
    },
    url: 'https://wallet.example/',
    site: 'https://site.example',
    terms: { toll: () => 0, cap: () => null },
    clockOffset: 0,
    rateTolerance: 500,
    events: { posted() {}, doubted() {}, ended() {} },
  })
}

const open = async (...options: Parameters<typeof tryToOpen>) => {
  const payer = await tryToOpen(...options)
  if (typeof payer === 'string') throw new Error(payer)
  return payer
}

it('comes to rest once it is stopped, although every closing packet is refused', async () => {
  let closing = 0
  let [stopped, quietSince] = [false, 0]
  const payer = await open(async ({ amount }) => {
    if (!stopped || amount !== '0') return null
    closing += 1
    quietSince = clock.mono()
    // As long as it takes on a real path: the library only then says that the stream is closed, too.
    await new Promise((resolve) => clock.after(20, () => resolve(null)))
    return serializeIlpReject({
      code: 'F99',
      message: '',
      data: Buffer.alloc(0),
      triggeredBy: 'test.receiver',
    })
  })
  stopped = true
  payer.stop()
  // Without its end it would be one packet every 20 ms.
  await expect.poll(() => closing > 0 && clock.mono() - quietSince > 500).toBe(true)
  expect(closing).toBeLessThanOrEqual(MOST_CLOSING_PACKETS)
})

it('says goodbye only after its money has landed, though stopped while that waits for the disk', async () => {
  const told: string[] = []
  const store = createMemoryJournalStore()
  const slow: MemoryJournalStore = {
    ...store,
    async append(...args) {
      await store.append(...args)
      if (!args[3].some((entry) => (entry as Entry).kind === 'reserve')) return
      payer.stop()
      told.push('stopped')
      // Longer than the library takes to say that the connection is closed.
      await new Promise<void>((resolve) => clock.after(100, resolve))
    },
  }
  const payer = await open(
    ({ amount }) => {
      if (told.length > 0) told.push(amount === '0' ? 'goodbye' : 'money')
      return Promise.resolve(null)
    },
    { store: slow },
  )
  payer.grant(sourceUnits(10n))
  await expect.poll(() => told.includes('goodbye')).toBe(true)
  expect(told.slice(0, 3)).toEqual(['stopped', 'money', 'goodbye'])
  expect(payer.busy).toBe(false)
})

it('is not open where it ended while the rate was asked, though other probes succeeded', async () => {
  const barredByTheThird = (meter: Meter): Meter => ({
    ...meter,
    connection(options) {
      const connection = meter.connection(options)
      let packets = 0
      const sendData = (bytes: Uint8Array) => {
        packets += 1
        if (packets === 3) options.events.barred('not-granted')
        return connection.sendData(bytes)
      }
      return Object.assign(Object.create(connection) as MeteredConnection, { sendData })
    },
  })
  // The goodbye is not heard before the probes are.
  const slow: Tamper = ({ amount }) =>
    new Promise((resolve) => clock.after(amount === '0' ? 300 : 0, () => resolve(null)))
  expect(await tryToOpen(slow, { bend: barredByTheThird })).toBe('receiver-refused')
})

it.each([
  ['its own address', true, /^test\.connector\.me\.\w+$/],
  ['an empty one, where nobody can send to it', false, /^$/],
])('tells the receiver %s', async (_, wayBack, address) => {
  const told: string[] = []
  const listen: Tamper = async ({ data }, sharedSecret) => {
    const key = await generatePskEncryptionKey(sharedSecret)
    for (const frame of (await Packet.decryptAndDeserialize(key, data)).frames)
      if (frame.type === FrameType.ConnectionNewAddress) told.push(frame.sourceAccount)
    return null
  }
  const payer = await open(listen, { wayBack })
  payer.stop()
  expect(told.length).toBeGreaterThan(0)
  for (const one of told) expect(one).toMatch(address)
})
