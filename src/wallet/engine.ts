import { createLink, type Link, type LinkState } from '../connector/link.ts'
import { createMultiplexer, type Multiplexer } from '../connector/multiplexer.ts'
import { openJournal, type Journal } from '../ledger/journal.ts'
import { createMeter, type Meter } from '../meter/meter.ts'
import { createPace, type Pace } from '../pace/pace.ts'
import type { Clock } from '../ports/clock.ts'
import type { JournalStore } from '../ports/journal-store.ts'
import type { OpenSocket } from '../ports/open-socket.ts'
import type { RandomBytes } from '../ports/random.ts'
import { bookName, type Connection } from './settings.ts'

/** How long the socket is kept when no page needs it any more. */
const LINGER_MS = 30_000

export interface EnginePorts {
  readonly clock: Clock
  readonly random: RandomBytes
  readonly openSocket: OpenSocket
  readonly journals: JournalStore
}

/** Everything that belongs to one connection: its book, its socket, its rhythm. */
export interface Engine {
  readonly connection: Connection
  readonly journal: Journal
  readonly meter: Meter
  readonly multiplexer: Multiplexer
  readonly pace: Pace
  readonly link: Link
  /** Is the socket needed now? It is kept for a while after it was. */
  need(needed: boolean): void
  /** For good: the socket is closed once no answer is waited for any more. */
  retire(): void
}

export interface EngineEvents {
  readonly onLink: (state: LinkState) => void
  readonly onDamaged: () => void
}

/** Rejects with JournalDamaged where the connection's book cannot be read. */
export const startEngine = async (
  ports: EnginePorts,
  connection: Connection,
  events: EngineEvents,
): Promise<Engine> => {
  const { clock, random } = ports
  const journal = await openJournal(ports.journals, bookName(connection.account), events.onDamaged)
  const multiplexer = createMultiplexer(random)
  const link = createLink({
    clock,
    random,
    openSocket: ports.openSocket,
    endpoint: connection.endpoint,
    token: connection.token,
    onPrepare: (prepare) => multiplexer.receive(prepare),
    onFulfill: (fulfill) => void meter.heardFulfill(fulfill).catch(events.onDamaged),
    onState: events.onLink,
  })
  const meter = createMeter({
    journal,
    clock,
    random,
    transport: (prepare) => link.sendData(prepare),
  })
  await meter.recover()
  const { lastReservedAt } = journal.book
  const pace = createPace(lastReservedAt === null ? Infinity : clock.wall() - lastReservedAt)

  let needed = false
  const closeWhenQuiet = (): void => {
    if (needed) return
    if (meter.inFlight === 0) link.want(false)
    else clock.after(1_000, closeWhenQuiet)
  }
  let cancelLinger = (): void => {}
  return {
    connection,
    journal,
    meter,
    multiplexer,
    pace,
    link,
    need(next) {
      if (next === needed) return
      needed = next
      cancelLinger()
      if (needed) link.want(true)
      else cancelLinger = clock.after(LINGER_MS, closeWhenQuiet)
    },
    retire() {
      needed = false
      cancelLinger()
      closeWhenQuiet()
    },
  }
}
