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
  /** Asked once the head has come; without its consent the body is not read, and is empty. */
  readonly wantsBody: (head: HttpHead) => boolean
}

export interface HttpHead {
  readonly status: number
  /** After redirects. */
  readonly url: string
  readonly contentType: string
  /** The Date header as milliseconds since 1970; null where there is none. */
  readonly serverTime: number | null
  /** The Retry-After header as it came; null where there is none. */
  readonly retryAfter: string | null
}

export interface HttpReply extends HttpHead {
  readonly kind: 'reply'
  readonly body: string
}

export interface HttpFailure {
  readonly kind: 'failure'
  readonly why: 'unreachable' | 'too-slow' | 'too-large'
}
