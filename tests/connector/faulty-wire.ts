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

type EndingFault = 'junk frame' | 'cut' | 'half-open'
type PassingFault = Exclude<WireFault, EndingFault>

/** How often each happens to a frame from the connector. */
const RATES: Record<PassingFault, number> = {
  'frame twice': 0.02,
  'frames reordered': 0.01,
  'in pieces': 0.01,
  slow: 0.002,
}
/** The others end the connection: hundreds of sessions have to be opened again, and then to pay for a while. */
const FIRST_END = 1_000
const FRAMES_BETWEEN_ENDS = 5_500

/** Each kind comes in its turn, so that even a short storm has all; half a minute passes before `half-open` is noticed: once is enough. */
const endOf = (turn: number): EndingFault =>
  turn === 1 ? 'half-open' : turn % 2 === 0 ? 'junk frame' : 'cut'

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
  let endings = 0
  let endedAt = FIRST_END - FRAMES_BETWEEN_ENDS
  const note = (fault: WireFault): true => {
    faults.set(fault, (faults.get(fault) ?? 0) + 1)
    return true
  }
  const due = (fault: PassingFault): boolean => !calm && chance.happens(RATES[fault]) && note(fault)
  const ends = (fault: EndingFault): boolean => {
    if (calm || frames - endedAt < FRAMES_BETWEEN_ENDS || fault !== endOf(endings)) return false
    endedAt = frames
    endings += 1
    return note(fault)
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
        if (ends('cut')) return end()
        // From here on nothing passes, in either direction, and neither end is told.
        deaf = ends('half-open')
        if (deaf) return
        if (ends('junk frame')) near.send(chance.bytes(chance.between(1, 300)))
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
