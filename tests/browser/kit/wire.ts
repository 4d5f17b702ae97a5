import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { waitUntil } from '../../../browsers/wait-until.ts'

/** Of the second between two payments: nothing but the next one is to be expected after it. */
const QUIET_MS = 300

/** The wire between wallet and connector, with a hand on it. */
export interface Wire {
  readonly url: string
  /** Connections that are open now, each of which is one at the connector. */
  readonly connections: number
  /** Ends the connection at once, whatever is on its way. */
  cut(): void
  /** The same, and nobody gets through until it is up again. */
  down(isDown: boolean): void
  /** From the next pause on nothing that the connector says reaches the wallet: a payment waits for its answer. */
  holdReplies(): Promise<void>
  /** For connections made from now on. */
  letThrough(): void
  /** At the next pause the connection ends; whoever comes from then on gets to this one instead. */
  lead(to: string): Promise<void>
  close(): Promise<void>
}

export const openWire = async (connectorUrl: string): Promise<Wire> => {
  let port = Number(new URL(connectorUrl).port)
  const pairs = new Set<{ near: Socket; far: Socket }>()
  let held = false
  let isDown = false
  let lastByteAt = 0
  const server = createServer((near) => {
    if (isDown) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    const pair = { near, far }
    pairs.add(pair)
    near.pipe(far)
    if (!held) far.pipe(near)
    for (const socket of [near, far]) {
      socket.on('data', () => (lastByteAt = Date.now()))
      socket.on('error', () => {})
      socket.on('close', () => {
        near.destroy()
        far.destroy()
        pairs.delete(pair)
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (): void => {
    for (const { near } of pairs) near.destroy()
  }
  const pause = async (): Promise<void> => {
    // Held in mid-exchange, the sender would wait for a reply about no money, and pay nothing.
    const quiet = async () => {
      if (Date.now() - lastByteAt <= QUIET_MS) return null
      // After a stall of ours there may be bytes that nobody has read yet.
      await turn()
      return Date.now() - lastByteAt > QUIET_MS ? true : null
    }
    await waitUntil(quiet, { what: 'a pause on the wire' })
  }
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get connections() {
      return pairs.size
    },
    cut,
    down(down) {
      isDown = down
      if (down) cut()
    },
    async holdReplies() {
      await pause()
      held = true
      for (const { near, far } of pairs) far.unpipe(near)
    },
    letThrough() {
      held = false
    },
    async lead(to) {
      await pause()
      port = Number(new URL(to).port)
      cut()
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
