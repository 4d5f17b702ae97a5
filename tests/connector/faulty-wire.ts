import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import { createChance } from '../simulate/chance.ts'

export type WireFault =
  'frame twice' | 'frames reordered' | 'in pieces' | 'slow' | 'junk frame' | 'cut' | 'half-open'

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
  'frames reordered': 0.01,
  'in pieces': 0.01,
  slow: 0.002,
  'junk frame': 0.001,
  cut: 0.001,
  'half-open': 0.001,
}
/** These end the connection: hundreds of sessions have to be opened again, and then to pay for a while. */
const ENDS: readonly WireFault[] = ['junk frame', 'cut', 'half-open']
const FRAMES_BETWEEN = 15_000

const PIECE_BYTES = 16

/** One message in many small WebSocket frames (RFC 6455, 5.4). */
const sendInPieces = (socket: WebSocket, data: Buffer): void => {
  for (let at = 0; at < data.length; at += PIECE_BYTES) {
    const fin = at + PIECE_BYTES >= data.length
    socket.send(data.subarray(at, at + PIECE_BYTES), { fin, binary: true })
  }
}

export const openFaultyWire = async (connectorUrl: string, seed: number): Promise<FaultyWire> => {
  const chance = createChance(seed)
  const faults = new Map<WireFault, number>()
  let calm = true
  let frames = 0
  let endedAt = -Infinity
  const due = (fault: WireFault): boolean => {
    if (calm || !chance.happens(RATES[fault])) return false
    // Half a minute passes before it is noticed: once is enough.
    if (fault === 'half-open' && faults.has(fault)) return false
    if (ENDS.includes(fault)) {
      if (frames - endedAt < FRAMES_BETWEEN) return false
      endedAt = frames
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
    let held: Buffer | null = null
    let deaf = false
    const end = (): void => {
      near.terminate()
      far.terminate()
    }
    near.on('message', (data) => {
      if (deaf) return
      if (far.readyState === WebSocket.OPEN) far.send(data)
      else early.push(data)
    })
    far.on('open', () => early.splice(0).forEach((data) => far.send(data)))
    far.on('message', (data: Buffer) => {
      frames += 1
      const wait = due('slow') ? chance.between(50, 500) : 0
      queue = queue.then(async () => {
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
        if (deaf) return
        if (due('cut')) return end()
        // From here on nothing passes, in either direction, and neither end is told.
        deaf = due('half-open')
        if (deaf) return
        if (due('junk frame')) near.send(chance.bytes(chance.between(1, 300)))
        if (!held && due('frames reordered')) {
          held = data
          return
        }
        if (due('in pieces')) sendInPieces(near, data)
        else near.send(data)
        if (due('frame twice')) near.send(data)
        if (held) near.send(held)
        held = null
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
