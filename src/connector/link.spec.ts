import { expect, it } from 'vitest'
import { systemClock } from '../../extension/ports/system-clock.ts'
import { createChance } from '../../tests/simulate/chance.ts'
import { createSimConnector } from '../../tests/simulate/sim-connector.ts'
import type { Clock } from '../ports/clock.ts'
import type { PlainSocket } from '../ports/open-socket.ts'
import { Secret } from '../secret/secret.ts'
import { createLink } from './link.ts'

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
