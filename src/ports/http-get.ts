/**
 * One GET: no cookies, no referrer, redirects followed, at most `maxBytes` of body, done in `deadlineMs`.
 * Never rejects.
 */
export type HttpGet = (request: HttpRequest) => Promise<HttpReply | HttpFailure>

export interface HttpRequest {
  readonly url: string
  readonly accept: string
  readonly deadlineMs: number
  readonly maxBytes: number
}

export interface HttpReply {
  readonly kind: 'reply'
  readonly status: number
  /** After redirects. */
  readonly url: string
  readonly contentType: string
  /** The Date header as milliseconds since 1970; null where there is none. */
  readonly serverTime: number | null
  readonly body: string
}

export interface HttpFailure {
  readonly kind: 'failure'
  readonly why: 'unreachable' | 'too-slow' | 'too-large'
}
