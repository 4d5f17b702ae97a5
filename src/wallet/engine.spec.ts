import { randomBytes } from 'node:crypto'
import { serializeIlpPrepare } from 'ilp-packet'
import { expect, it } from 'vitest'
import { randomBytes as random } from '../../extension/ports/random-bytes.ts'
import { systemClock as clock } from '../../extension/ports/system-clock.ts'
import { createChance } from '../../tests/simulate/chance.ts'
import { createSimConnector, OWN_ADDRESS } from '../../tests/simulate/sim-connector.ts'
import { NotSent } from '../connector/link-failure.ts'
import { createMemoryJournalStore } from '../ledger/testing/memory-journal-store.ts'
import { deriveStreamKeys } from '../meter/stream-keys.ts'
import { sourceUnits } from '../money/units.ts'
import { Secret } from '../secret/secret.ts'
import { startEngine } from './engine.ts'
import { openBook } from './open-book.ts'
import { testConnection } from './testing/test-connection.ts'

/** An engine for this account, on a connector that says we are OWN_ADDRESS. */
const start = async (ilpAddress: string) => {
  const connector = createSimConnector({
    chance: createChance(1),
    receivers: [],
    due: () => false,
    arrived: () => {},
  })
  const ports = {
    clock,
    random,
    journals: createMemoryJournalStore(),
    mirrors: { load: () => Promise.resolve(undefined), save: () => Promise.resolve() },
    openSocket: () => connector.openSocket({ alive: true, reach: (call) => call() }),
    httpPost: () => Promise.resolve({ kind: 'failure' as const }),
  }
  const account = { ilpAddress, asset: { code: 'USD', scale: 9 } }
  const connection = testConnection({ account, ratePerHour: sourceUnits(1n) })
  const book = await openBook(ports, 'book', { onStopped() {} })
  const engine = await new Promise<ReturnType<typeof startEngine>>((resolve) => {
    const started = startEngine(ports, connection, book, {
      onLink: ({ kind }) => kind === 'ready' && resolve(started),
      onFault: () => {},
    })
    started.need(true)
  })
  const metered = engine.meter.connection({
    keys: await deriveStreamKeys(new Secret(new Uint8Array(32))),
    destination: 'test.receiver',
    site: 'https://site.example',
    receiver: 'https://wallet.example/',
    terms: { toll: () => 0, cap: () => null },
    believe: () => null,
    events: {
      posted() {},
      refused() {},
      probed() {},
      probeRefused() {},
      doubted() {},
      barred() {},
    },
  })
  const sent = await metered
    .sendData(
      serializeIlpPrepare({
        amount: '5',
        destination: 'test.receiver',
        executionCondition: randomBytes(32),
        expiresAt: new Date(clock.wall() + 30_000),
        data: Buffer.alloc(0),
      }),
    )
    .catch((why: unknown) => why)
  engine.retire()
  return { sent, arrived: connector.prepares() }
}

it('sends over a link that came back as the same account', async () => {
  expect((await start(OWN_ADDRESS)).arrived).toBe(1)
})

it('sends nothing over a link that came back as another account', async () => {
  const { sent, arrived } = await start('test.conn.somebody-else')
  expect(arrived).toBe(0)
  expect(sent).toBeInstanceOf(NotSent)
})
