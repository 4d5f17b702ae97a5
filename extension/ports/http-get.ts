import type {
  HttpFailure,
  HttpGet,
  HttpHead,
  HttpReply,
  HttpRequest,
} from '../../src/ports/http-get.ts'
import { readBody } from './read-body.ts'

const failure = (why: HttpFailure['why']): HttpFailure => ({ kind: 'failure', why })

const request = async (
  asked: HttpRequest,
  signal: AbortSignal,
): Promise<HttpReply | HttpFailure> => {
  const response = await fetch(asked.url, {
    headers: { accept: asked.accept },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // Each query gives a new shared secret (RFC 9): an answer from a cache would be a used one.
    cache: 'no-store',
    redirect: 'follow',
    signal,
  })
  const date = Date.parse(response.headers.get('date') ?? '')
  const head: HttpHead = {
    status: response.status,
    url: response.url,
    contentType: response.headers.get('content-type') ?? '',
    serverTime: Number.isNaN(date) ? null : date,
    retryAfter: response.headers.get('retry-after'),
  }
  if (!asked.wantsBody(head)) {
    await response.body?.cancel()
    return { ...head, kind: 'reply', body: '' }
  }
  const body = await readBody(response, asked.maxBytes)
  return body === null
    ? failure('too-large')
    : { ...head, kind: 'reply', body: new TextDecoder().decode(body) }
}

/** With `http-post.ts`, all that the extension fetches. */
export const httpGet: HttpGet = async (asked) => {
  const signal = AbortSignal.timeout(asked.deadlineMs)
  try {
    return await request(asked, signal)
  } catch {
    // Why fetch failed is not told to scripts; that it did is all there is to know.
    return failure(signal.aborted ? 'too-slow' : 'unreachable')
  }
}
