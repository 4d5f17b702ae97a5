import { deserializeIlpPrepare, type IlpPrepare } from 'ilp-packet'
import type { RandomBytes } from '../ports/random.ts'

/** Answers one ILP Prepare; null is silence. */
type PrepareHandler = (prepare: IlpPrepare) => Promise<Uint8Array | null>

const SUB_ADDRESS_BYTES = 12
/** What one receiver may send us over the life of a connection: its rate probes and flow control. */
const MOST_PACKETS = 200
const MOST_BYTES = 1_000_000

interface Branch {
  /** The sub-address, without ours before it. */
  readonly name: string
  close(): void
}

/**
 * One socket for all connections: each has a random sub-address of ours, and prepares find their way by it.
 * A prepare for an unknown sub-address is met with silence, since another wallet on the same account may
 * be the one it is meant for.
 */
export interface Multiplexer {
  open(handler: PrepareHandler): Branch
  receive(bytes: Uint8Array): Promise<Uint8Array | null>
}

export const createMultiplexer = (random: RandomBytes): Multiplexer => {
  const branches = new Map<string, { handler: PrepareHandler; packets: number; bytes: number }>()
  return {
    open(handler) {
      const name = Buffer.from(random(SUB_ADDRESS_BYTES)).toString('hex')
      branches.set(name, { handler, packets: 0, bytes: 0 })
      return { name, close: () => void branches.delete(name) }
    },
    async receive(bytes) {
      let prepare: IlpPrepare
      try {
        prepare = deserializeIlpPrepare(Buffer.from(bytes))
      } catch {
        return null // not a prepare: nothing that we owe an answer
      }
      // Our own address is not known here: the first segment that names a branch decides.
      const name = prepare.destination.split('.').find((segment) => branches.has(segment))
      const branch = name === undefined ? undefined : branches.get(name)
      if (!branch) return null
      branch.packets += 1
      branch.bytes += bytes.length
      if (branch.packets > MOST_PACKETS || branch.bytes > MOST_BYTES) return null
      return branch.handler(prepare)
    },
  }
}
