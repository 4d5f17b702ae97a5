/** Why there is no connection to the connector, or no longer. */
export type LinkFailure =
  | 'connector-unreachable'
  /** BTP answered the authentication with an error (RFC 23, "Authentication"). */
  | 'token-refused'
  /** The socket was opened and closed again without one BTP frame: what a refused Origin looks like. */
  | 'origin-refused'
  /** Something answers there, and it does not speak BTP. */
  | 'not-a-connector'
  /** No asset by IL-DCP (RFC 31). */
  | 'no-asset'

/** The socket went away, or was not there, while an answer was waited for. */
export class LinkLost extends Error {
  constructor() {
    super('the connection to the connector was lost')
  }
}

/** There was no socket at the time of sending: not one byte left. */
export class NotSent extends Error {
  constructor() {
    super('no connection to the connector')
  }
}
