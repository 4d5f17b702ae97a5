import type { Clock } from '../ports/clock.ts'
import type { HttpPost } from '../ports/http-post.ts'
import type { OpenSocket } from '../ports/open-socket.ts'
import type { Secret } from '../secret/secret.ts'
import type { Account } from './account.ts'
import type { Endpoint } from './endpoint.ts'
import type { LinkFailure } from './link-failure.ts'

/** What each transport is given; each takes what it needs of it. */
export interface OpenLink {
  readonly clock: Clock
  readonly openSocket: OpenSocket
  readonly httpPost: HttpPost
  readonly endpoint: Endpoint
  readonly token: Secret<string>
  /** An ILP Prepare for us. Resolves with the reply; null means silence. */
  readonly onPrepare: (prepare: Uint8Array) => Promise<Uint8Array | null>
  /** Every ILP Fulfill that arrives, under whatever request id: late ones too. */
  readonly onFulfill: (fulfill: Uint8Array) => void
}

/** A way to the connector, which knows us. It ends once and never comes back: a new one is opened instead. */
export interface OpenedLink {
  readonly account: Account
  /**
   * The browser may send a packet twice by itself, and does not tell. All browsers send a POST again whose connection breaks
   * before its answer has begun, where that connection was used before: unless the server closes it behind each answer.
   */
  readonly mayRepeat: boolean
  /**
   * Carries an ILP packet. Rejects with NotSent where not one byte left, and otherwise where no ILP packet came
   * back: with LinkLost where nothing did.
   */
  sendData(bytes: Uint8Array): Promise<Uint8Array>
  /** Resolves when it is at its end, with why that was. */
  readonly lost: Promise<LinkFailure>
  close(): void
}
