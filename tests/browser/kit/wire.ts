import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** The wire between wallet and connector, with a hand on it. */
export interface Wire {
  readonly url: string
  /** From now on nothing that the connector says reaches the wallet. */
  holdReplies(): void
  /** For connections made from now on. */
  letThrough(): void
  close(): Promise<void>
}

export const openWire = async (connectorUrl: string): Promise<Wire> => {
  const port = Number(new URL(connectorUrl).port)
  const pairs = new Set<{ near: Socket; far: Socket }>()
  let held = false
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    const pair = { near, far }
    pairs.add(pair)
    near.pipe(far)
    if (!held) far.pipe(near)
    for (const socket of [near, far]) {
      socket.on('error', () => {})
      socket.on('close', () => {
        near.destroy()
        far.destroy()
        pairs.delete(pair)
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    holdReplies() {
      held = true
      for (const { near, far } of pairs) far.unpipe(near)
    },
    letThrough() {
      held = false
    },
    async close() {
      for (const { near } of pairs) near.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
