import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { MIME_APPLICATION_OCTET_STREAM, serializeMessage } from 'btp-packet'
import { expect, it } from 'vitest'
import { systemClock as clock } from '../../extension/ports/system-clock.ts'
import { createChance } from '../../tests/simulate/chance.ts'
import { createSimConnector } from '../../tests/simulate/sim-connector.ts'
import type { PlainSocket } from '../ports/open-socket.ts'
import { Secret } from '../secret/secret.ts'
import { isFault } from './link-failure.ts'
import { openBtp } from './open-btp.ts'

const PACKETS = 300
const BYTES = 100_000

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const messageOf = (requestId: number): ArrayBuffer => {
  const ilp = {
    protocolName: 'ilp',
    contentType: MIME_APPLICATION_OCTET_STREAM,
    data: Buffer.alloc(BYTES, 1),
  }
  return Uint8Array.from(serializeMessage(requestId, [ilp])).buffer
}

it('keeps nothing of the packets that it meets with silence', async () => {
  const connector = createSimConnector({
    chance: createChance(1),
    receivers: [],
    due: () => false,
    arrived: () => {},
  })
  let socket: PlainSocket | null = null
  let heard = 0
  const link = await openBtp({
    clock,
    openSocket: () => (socket = connector.openSocket({ alive: true, reach: (call) => call() })),
    httpPost: () => Promise.resolve({ kind: 'failure' }),
    endpoint: { url: 'wss://connector.example/', username: 'me' },
    token: new Secret('token'),
    onPrepare: () => {
      heard += 1
      return Promise.resolve(null)
    },
    onFulfill: () => {},
  })
  if (isFault(link)) throw new Error(link.reason)
  const hear = socket as PlainSocket | null
  collectGarbage()
  const before = process.memoryUsage().arrayBuffers
  for (let id = 1; id <= PACKETS; id++) hear?.onmessage?.({ data: messageOf(id) as never })
  await expect.poll(() => heard).toBe(PACKETS)
  const kept = (): number => {
    collectGarbage()
    return process.memoryUsage().arrayBuffers - before
  }
  await expect.poll(kept).toBeLessThan((PACKETS * BYTES) / 10)
  link.close()
})
