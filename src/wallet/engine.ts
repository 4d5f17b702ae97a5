import { isSameAccount } from '../connector/is-same-account.ts'
import { NotSent } from '../connector/link-failure.ts'
import { createLink, type Link, type LinkState } from '../connector/link.ts'
import { createMultiplexer, type Multiplexer } from '../connector/multiplexer.ts'
import type { HttpPost } from '../ports/http-post.ts'
import type { OpenSocket } from '../ports/open-socket.ts'
import type { BookPorts, OpenBook } from './open-book.ts'
import type { Connection } from './settings.ts'

/** How long the link is kept when no page needs it any more. */
const LINGER_MS = 30_000

export interface EnginePorts extends BookPorts {
  readonly openSocket: OpenSocket
  readonly httpPost: HttpPost
}

/** Everything that belongs to one connection: its book, its link, its rhythm. */
export interface Engine extends Omit<OpenBook, 'use'> {
  readonly connection: Connection
  readonly multiplexer: Multiplexer
  readonly link: Link
  /** Is the link needed now? It is kept for a while after it was. */
  need(needed: boolean): void
  /** For good: the link is closed once no answer is waited for any more. */
  retire(): void
}

export interface EngineEvents {
  readonly onLink: (state: LinkState) => void
  /** The book could not take an entry. */
  readonly onFault: () => void
}

/** The book, its budget and what was granted belong to one account. */
export const isOwnAccount = (state: LinkState, { account }: Pick<Connection, 'account'>): boolean =>
  state.kind === 'ready' && isSameAccount(state.account, account)

export const startEngine = (
  { clock, random, openSocket, httpPost }: EnginePorts,
  connection: Connection,
  book: OpenBook,
  events: EngineEvents,
): Engine => {
  const { journal, meter, paces, renewal } = book
  const multiplexer = createMultiplexer(random)
  const link = createLink({
    clock,
    random,
    openSocket,
    httpPost,
    endpoint: connection.endpoint,
    token: connection.token,
    onPrepare: (prepare) => multiplexer.receive(prepare),
    onFulfill: (fulfill) => void meter.heardFulfill(fulfill).catch(events.onFault),
    onState: events.onLink,
  })
  book.use({
    // A packet may have waited for the disk while the link went, and came back as somebody else's.
    sendData: (prepare) =>
      isOwnAccount(link.state, connection) ? link.sendData(prepare) : Promise.reject(new NotSent()),
  })

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
    paces,
    renewal,
    multiplexer,
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
