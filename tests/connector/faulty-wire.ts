import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import { createChance } from '../simulate/chance.ts'

export type WireFault = 'frame twice' | 'junk frame' | 'cut' | 'slow'

/** The wire between the wallet and the connector, on its worst days. */
export interface FaultyWire {
  readonly url: string
  readonly faults: ReadonlyMap<WireFault, number>
  /** It begins calm, with everything passing as it should. */
  storm(on: boolean): void
  close(): Promise<void>
}

/** How often each happens to a frame from the connector. */
const RATES: Record<WireFault, number> = {
  'frame twice': 0.02,
  'junk frame': 0.01,
  cut: 0.01,
  slow: 0.01,
}
/** Between two faults that end the connection: it takes a while until a hundred sessions are open again. */
const RECOVERY_MS = 4_000

export const openFaultyWire = async (connectorUrl: string, seed: number): Promise<FaultyWire> => {
  const chance = createChance(seed)
  const faults = new Map<WireFault, number>()
  let calm = true
  let endedAt = -Infinity
  const due = (fault: WireFault): boolean => {
    if (calm || !chance.happens(RATES[fault])) return false
    if (fault === 'cut' || fault === 'junk frame') {
      if (performance.now() - endedAt < RECOVERY_MS) return false
      endedAt = performance.now()
    }
    faults.set(fault, (faults.get(fault) ?? 0) + 1)
    return true
  }
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  server.on('connection', (near) => {
    const far = new WebSocket(connectorUrl)
    const early: RawData[] = []
    /** Frames keep their order: each waits for the one before it. */
    let queue = Promise.resolve()
    const end = (): void => {
      near.terminate()
      far.terminate()
    }
    near.on('message', (data) =>
      far.readyState === WebSocket.OPEN ? far.send(data) : early.push(data),
    )
    far.on('open', () => early.splice(0).forEach((data) => far.send(data)))
    far.on('message', (data) => {
      const wait = due('slow') ? chance.between(50, 400) : 0
      queue = queue.then(async () => {
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
        if (due('cut')) return end()
        if (due('junk frame')) near.send(chance.bytes(chance.between(1, 300)))
        near.send(data)
        if (due('frame twice')) near.send(data)
      })
    })
    for (const socket of [near, far]) socket.on('close', end).on('error', end)
  })
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    storm: (on) => (calm = !on),
    async close() {
      for (const client of server.clients) client.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}
