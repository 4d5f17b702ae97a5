/** Why there is no connection to the connector, or no longer. */
export type LinkFailure =
  | 'connector-unreachable'
  /** BTP answered the authentication with an error (RFC 23, "Authentication"), or HTTP with 401 or 403. */
  | 'token-refused'
  /** The socket was opened and closed again without one BTP frame: what a refused Origin looks like. */
  | 'origin-refused'
  /** Something answers there, and it does not speak BTP, or no ILP over HTTP. */
  | 'not-a-connector'
  /** No asset by IL-DCP (RFC 31). */
  | 'no-asset'

/** What answered in place of a connector, in as far as browsers tell. */
export interface Seen {
  /** Of HTTP; `websocket`: one was opened, and its first frame was no BTP. */
  readonly status: number | 'redirect' | 'websocket'
  /** As it came; may be empty. Of a frame, what it looks like. */
  readonly contentType: string
}

/** Why there is no link. */
export interface LinkFault {
  readonly reason: LinkFailure
  /** Null where nothing answered, or more than that it did is not known. */
  readonly seen: Seen | null
}

export const isFault = (opened: object): opened is LinkFault => 'reason' in opened

/** The socket went away, or was not there, while an answer was waited for. */
export class LinkLost extends Error {
  constructor() {
    super('the connection to the connector was lost')
  }
}

/** There was no link at the time of sending: not one byte left. */
export class NotSent extends Error {
  constructor() {
    super('no connection to the connector')
  }
}
