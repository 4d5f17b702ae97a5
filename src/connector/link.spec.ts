import { serializeIlpFulfill, serializeIlpPrepare } from 'ilp-packet'
import { expect, it } from 'vitest'
import { systemClock } from '../../extension/ports/system-clock.ts'
import { httpPost } from '../../extension/ports/http-post.ts'
import { createChance } from '../../tests/simulate/chance.ts'
import { createSimConnector } from '../../tests/simulate/sim-connector.ts'
import type { Clock } from '../ports/clock.ts'
import type { PlainSocket } from '../ports/open-socket.ts'
import { Secret } from '../secret/secret.ts'
import { createLink } from './link.ts'
import { openHttpConnector } from './testing/http-connector.ts'

/** Backoff is over at once; deadlines are not. */
const hurriedClock: Clock = {
  ...systemClock,
  after: (ms, call) => systemClock.after(ms < 10_000 ? 0 : ms, call),
}

const refusingSocket = (): PlainSocket => {
  const socket: PlainSocket = {
    binaryType: '',
    onopen: null,
    onclose: null,
    onerror: null,
    onmessage: null,
    send() {},
    close() {},
  }
  setTimeout(() => socket.onclose?.({} as never))
  return socket
}

/** A link whose first sockets fail; `states` is what it said, one after the other. */
const openLink = (failing: number, onSocket: (opened: number) => void = () => {}) => {
  const connector = createSimConnector({
    chance: createChance(1),
    receivers: [],
    due: () => false,
    arrived: () => {},
  })
  let opened = 0
  const states: string[] = []
  const link = createLink({
    clock: hurriedClock,
    random: (size) => new Uint8Array(size),
    openSocket: () => {
      onSocket(++opened)
      if (opened <= failing) return refusingSocket()
      return connector.openSocket({ alive: true, reach: (call) => call() })
    },
    httpPost: () => Promise.resolve({ kind: 'failure' }),
    endpoint: { url: 'wss://connector.example/', username: 'me' },
    token: new Secret('token'),
    onPrepare: () => Promise.resolve(null),
    onFulfill: () => {},
    onState: ({ kind }) => states.push(kind),
  })
  return { link, states, sockets: () => opened }
}

it('says what is wrong until a try succeeds, and not in between that it tries', async () => {
  const { link, states } = openLink(3)
  link.want(true)
  await expect.poll(() => link.state.kind).toBe('ready')
  expect(states).toEqual(['connecting', 'failed', 'failed', 'failed', 'ready'])
  link.want(false)
  await expect.poll(() => link.state.kind).toBe('idle')
})

it('has one socket at a time, also where it is given up and wanted again while it tries', async () => {
  const { link, sockets } = openLink(1, (opened) => {
    if (opened !== 2) return
    link.want(false)
    link.want(true)
  })
  link.want(true)
  await expect.poll(() => link.state.kind).toBe('ready')
  expect(sockets()).toBe(2)
  link.want(false)
})

const packet = serializeIlpPrepare({
  amount: '5',
  destination: 'test.receiver',
  executionCondition: Buffer.alloc(32, 1),
  expiresAt: new Date(1e12),
  data: Buffer.alloc(0),
})
const fulfill = serializeIlpFulfill({ fulfillment: Buffer.alloc(32, 7), data: Buffer.alloc(0) })

it.each([
  ['fails with each packet: ever later', false, [1_000, 2_000, 4_000, 8_000, 16_000]],
  ['has paid before: soon', true, [1_000, 1_000, 1_000, 1_000, 1_000]],
])('is opened again where what lets it in %s', async (_, pays, expected) => {
  const connector = await openHttpConnector()
  const waits: number[] = []
  const link = createLink({
    clock: {
      ...systemClock,
      after(ms, call) {
        if (expected.includes(ms)) waits.push(ms)
        return systemClock.after(expected.includes(ms) ? 0 : ms, call)
      },
    },
    random: (size) => new Uint8Array(size),
    openSocket: refusingSocket,
    httpPost,
    endpoint: { url: connector.url, username: 'me' },
    token: new Secret('token'),
    onPrepare: () => Promise.resolve(null),
    onFulfill: () => {},
    onState: () => {},
  })
  link.want(true)
  for (let time = 1; time <= expected.length; time++) {
    await expect.poll(() => link.state.kind).toBe('ready')
    if (pays) {
      connector.answerWith((response) => response.end(fulfill))
      await link.sendData(packet)
    }
    connector.answerWith((response) => response.writeHead(502).end())
    await expect(link.sendData(packet)).rejects.toThrow()
    connector.answerWith(null)
    await expect.poll(() => waits).toHaveLength(time)
  }
  expect(waits).toEqual(expected)
  link.want(false)
  await connector.close()
})
