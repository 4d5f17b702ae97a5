import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A wire to a server of HTTP that breaks at the worst moment: the server has done its part, and nobody hears of it. */
export interface BreakingWire {
  readonly url: string
  /** The next request is passed on, and the connection is broken at its answer. */
  breakNext(): void
  /** How often it broke. */
  readonly broken: number
  close(): Promise<void>
}

/** A wire in front of this address. */
export const openBreakingWire = async (goal: string): Promise<BreakingWire> => {
  const { port, pathname } = new URL(goal)
  const ends = new Set<Socket>()
  let armed = false
  let broken = 0
  const server = createServer((near) => {
    const far = connect(Number(port), '127.0.0.1')
    let breaks = false
    near.on('data', (bytes) => {
      if (armed) {
        armed = false
        breaks = true
      }
      far.write(bytes)
    })
    far.on('data', (bytes) => {
      if (!breaks) return void near.write(bytes)
      broken += 1
      near.destroy()
    })
    for (const socket of [near, far]) {
      ends.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        ends.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    breakNext() {
      armed = true
    },
    get broken() {
      return broken
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of ends) socket.destroy()
      await closed
    },
  }
}
