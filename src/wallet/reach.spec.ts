import { deserializeIlpPrepare } from 'ilp-packet'
import { expect, it } from 'vitest'
import { randomBytes } from '../../extension/ports/random-bytes.ts'
import { systemClock } from '../../extension/ports/system-clock.ts'
import { createMultiplexer } from '../connector/multiplexer.ts'
import type { MeteredOptions } from '../meter/metered-connection.ts'
import type { EpochMs, MonoMs } from '../ports/clock.ts'
import type { Engine } from './engine.ts'
import { createReach } from './reach.ts'

const URL_OF_ALICE = new URL('https://wallet.example/alice')
const account = { ilpAddress: 'test.me', asset: { code: 'USD', scale: 9 } }
/** As RFC 9 has it. */
const spsp = {
  destination_account: 'test.alice',
  shared_secret: Buffer.alloc(32, 1).toString('base64'),
}

it.each([0, -3_600_000])(
  'makes packets that live for half a minute, long after the server told its time: our clock is off by %i ms',
  async (off) => {
    let truth = 1_800_000_000_000
    const expiries: number[] = []
    /** The first packet is all that is sent. */
    const connection = ({ events }: MeteredOptions) => ({
      sendData(bytes: Uint8Array) {
        expiries.push(deserializeIlpPrepare(Buffer.from(bytes)).expiresAt.getTime())
        events.barred('not-granted')
        return Promise.reject(new Error('not granted'))
      },
      bar() {},
      landed: () => Promise.resolve(),
    })
    const engine = {
      connection: { account },
      renewal: { heardDate() {} },
      link: { state: { kind: 'ready', account }, wayBack: false },
      multiplexer: createMultiplexer(randomBytes),
      meter: { connection },
    }
    const reach = createReach({
      url: URL_OF_ALICE,
      site: 'https://site.example',
      page: () => null,
      rules: { loopback: false },
      policies: () => [],
      clock: {
        ...systemClock,
        wall: () => (truth + off) as EpochMs,
        mono: () => (truth - 1_700_000_000_000) as MonoMs,
      },
      httpGet: ({ url }) =>
        Promise.resolve({
          kind: 'reply',
          status: 200,
          url,
          contentType: 'application/spsp4+json',
          serverTime: truth,
          retryAfter: null,
          body: JSON.stringify(spsp),
        }),
      engine: () => engine as unknown as Engine,
      rateTolerance: () => 500,
    })
    const found = await reach.find(() => true)
    if (found === null || typeof found === 'string') throw new Error(`found: ${found}`)
    // The connector could not be reached so long.
    truth += 60_000
    const events = { posted() {}, doubted() {}, ended() {} }
    await reach.open(found, { toll: () => 0, cap: () => null }, events)
    expect(expiries[0]).toBe(truth + 30_000)
  },
)
