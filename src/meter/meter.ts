import { deserializeIlpFulfill } from 'ilp-packet'
import type { Renewal } from '../budget/renewal.ts'
import { withDeadline } from '../connector/deadline.ts'
import type { PacketId } from '../ledger/entry.ts'
import type { Journal } from '../ledger/journal.ts'
import type { Clock } from '../ports/clock.ts'
import type { RandomBytes } from '../ports/random.ts'
import {
  meterConnection,
  type MeterContext,
  type MeteredConnection,
  type MeteredOptions,
} from './metered-connection.ts'
import { conditionOf } from './stream-keys.ts'

/** A packet expires 30 s after it is made; two seconds later an answer is no longer waited for. */
const DEADLINE_MS = 32_000

/** The one door to the network for everything that can move money. */
export interface Meter {
  connection(options: MeteredOptions): MeteredConnection
  /** Every fulfill that the link hears: one that fits a packet in doubt, or voided, posts it. */
  heardFulfill(fulfill: Uint8Array): Promise<void>
  /** After a start: what was on its way when the wallet died is in doubt now. */
  recover(): Promise<void>
  /** Packets whose answer is still waited for. */
  readonly inFlight: number
}

export interface MeterOptions {
  readonly journal: Journal
  readonly renewal: Renewal
  readonly clock: Clock
  readonly random: RandomBytes
  /** Carries an ILP Prepare over the link; rejects as the link does. */
  readonly transport: (prepare: Uint8Array) => Promise<Uint8Array>
}

export const createMeter = (options: MeterOptions): Meter => {
  const { journal, renewal, clock, random, transport } = options
  const { book } = journal
  const context: MeterContext = {
    journal,
    renewal,
    clock,
    awaiting: new Map(),
    newId: () => Buffer.from(random(16)).toString('hex') as PacketId,
    carry: (prepare) => withDeadline(clock, DEADLINE_MS, transport(prepare)),
  }
  return {
    connection: (options) => meterConnection(context, options),
    get inFlight() {
      return context.awaiting.size
    },
    async heardFulfill(bytes) {
      let fulfillment: Buffer
      try {
        ;({ fulfillment } = deserializeIlpFulfill(Buffer.from(bytes)))
      } catch {
        return // not a fulfill after all: it proves nothing
      }
      const own = context.awaiting.get(fulfillment.toString('hex'))
      if (own) {
        // Its own answer is about to be read, and says more: what was delivered.
        own.proven = true
        return
      }
      const id = book.byCondition.get(await conditionOf(fulfillment))
      if (id === undefined || journal.state !== 'sound') return
      await journal.write({ kind: 'post', at: clock.wall(), packet: id, delivered: null })
    },
    async recover() {
      const at = clock.wall()
      const writes: Promise<void>[] = []
      for (const packet of [...book.packets.values()]) {
        if (packet.state !== 'reserved') continue
        writes.push(journal.write({ kind: 'doubt', at, packet: packet.id, why: 'stopped' }))
      }
      for (const packet of [...book.probes.keys()]) {
        writes.push(journal.write({ kind: 'probe-end', at, packet }))
      }
      await Promise.all(writes)
    },
  }
}
