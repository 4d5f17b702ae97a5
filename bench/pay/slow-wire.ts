import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Carries bytes to a port of this machine and back, each way as late as it is told. */
export interface SlowWire {
  readonly port: number
  /** Milliseconds each way, of bytes that come from now on. A connection is made at once all the same. */
  delay: number
  close(): Promise<void>
}

/** `heard`: whatever passes on its way to the port. */
export const openSlowWire = async (
  toPort: number,
  heard: (bytes: Buffer) => void = () => {},
): Promise<SlowWire> => {
  const pairs = new Set<Socket>()
  const late = (work: () => void): void => {
    // Timers of the same length keep their order.
    if (wire.delay > 0) setTimeout(work, wire.delay)
    else work()
  }
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: toPort, host: '127.0.0.1', noDelay: true })
    near.on('data', (bytes: Buffer) => {
      heard(bytes)
      late(() => far.write(bytes))
    })
    far.on('data', (bytes: Buffer) => late(() => near.write(bytes)))
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      pairs.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        pairs.delete(socket)
        late(() => other.destroy())
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const wire: SlowWire = {
    port: (server.address() as AddressInfo).port,
    delay: 0,
    async close() {
      for (const socket of pairs) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  return wire
}
