import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Type } from 'btp-packet'
import { WebSocketServer } from 'ws'
import type { Localnet } from '../../localnet/localnet.ts'
import { ilpOf, openBentWire, readFrame } from '../../tests/connector/bent-wire.ts'
import { usdPointers } from '../../tests/browser/kit/paid-pages.ts'
import { ANSWER_BYTES } from './floor/packet-size.ts'
import { openSlowWire } from './slow-wire.ts'

/** When something passed, milliseconds since 1970. */
export interface Passed {
  readonly queries: readonly number[]
  /** Answers to packets of the wallet: those that carried money and were fulfilled, and all others. */
  readonly payments: readonly number[]
  readonly others: readonly number[]
}

/** The ways between a browser and the network, all of the same slowness. */
export interface Wires {
  /** Of a connector, for the wallet. */
  readonly btp: string
  /** Of an echo, for the floor. */
  readonly echo: string
  /** Of a payment pointer in the payer's own asset. */
  readonly pointer: string
  readonly passed: Passed
  /** Milliseconds that are added to each round trip. */
  slowDown(roundTrip: number): void
  close(): Promise<void>
}

/** Answers every frame with one as large as a connector's. */
const openEcho = async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  server.on('connection', (socket) => {
    socket.on('error', () => {})
    socket.on('message', () => socket.send(Buffer.alloc(ANSWER_BYTES)))
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const client of server.clients) client.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}

export const openWires = async (localnet: Localnet): Promise<Wires> => {
  const passed = { queries: [] as number[], payments: [] as number[], others: [] as number[] }
  const [account] = localnet.btp
  if (!account) throw new Error('The local network has no account for payers')
  const connector = await openBentWire(account.url)
  connector.bend = (answer, send, paid) => {
    send(answer)
    const frame = readFrame(answer)
    if (paid) passed.payments.push(Date.now())
    // The receiver’s own packets are no answers.
    else if (frame.type === Type.TYPE_RESPONSE && ilpOf(frame)) passed.others.push(Date.now())
  }
  const echo = await openEcho()
  const pointer = new URL(usdPointers(localnet)[0])
  const slow = {
    spsp: await openSlowWire(Number(pointer.port), (bytes) => {
      if (bytes.toString('latin1', 0, 4) === 'GET ') passed.queries.push(Date.now())
    }),
    btp: await openSlowWire(Number(new URL(connector.url).port)),
    echo: await openSlowWire(echo.port),
  }
  const url = new URL(pointer)
  url.port = String(slow.spsp.port)
  return {
    btp: `ws://127.0.0.1:${slow.btp.port}`,
    echo: `ws://127.0.0.1:${slow.echo.port}`,
    pointer: url.href,
    passed,
    slowDown(roundTrip) {
      for (const wire of Object.values(slow)) wire.delay = roundTrip / 2
    },
    async close() {
      for (const wire of Object.values(slow)) await wire.close()
      await connector.close()
      await echo.close()
    },
  }
}
