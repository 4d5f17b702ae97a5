/**
 * One POST: no cookies, no referrer, no redirect followed, at most `maxBytes` of answer, done in `deadlineMs`. The
 * body is read where the status is a success. Never rejects.
 */
export type HttpPost = (request: PostRequest) => Promise<PostReply | PostFailure>

export interface PostRequest {
  readonly url: string
  /** What is in them is fit for a header: visible ASCII. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly deadlineMs: number
  readonly maxBytes: number
}

export interface PostReply {
  readonly kind: 'reply'
  /** Browsers do not tell where a redirect leads, nor which one it is. */
  readonly status: number | 'redirect'
  readonly contentType: string
  /** Null where it was not read, or is longer than it may be. */
  readonly body: Uint8Array | null
  /** The server closes the connection behind its answer, and says so: `Connection: close` (RFC 9112, section 9.6). */
  readonly closes: boolean
}

/** Too slow, too: the answer may have been on its way, or only its end. */
export interface PostFailure {
  readonly kind: 'failure'
}
