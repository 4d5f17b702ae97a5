import type { HttpFailure, HttpGet, HttpReply, HttpRequest } from '../../src/ports/http-get.ts'

const failure = (why: HttpFailure['why']): HttpFailure => ({ kind: 'failure', why })

/** Null where the body is longer than it may be; no more than that is ever read. */
const readBody = async (response: Response, maxBytes: number): Promise<string | null> => {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    length += value.length
    if (length > maxBytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

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
  const body = await readBody(response, asked.maxBytes)
  if (body === null) return failure('too-large')
  const date = Date.parse(response.headers.get('date') ?? '')
  return {
    kind: 'reply',
    status: response.status,
    url: response.url,
    contentType: response.headers.get('content-type') ?? '',
    serverTime: Number.isNaN(date) ? null : date,
    body,
  }
}

/** The only fetch in the extension. */
export const httpGet: HttpGet = async (asked) => {
  const signal = AbortSignal.timeout(asked.deadlineMs)
  try {
    return await request(asked, signal)
  } catch {
    // Why fetch failed is not told to scripts; that it did is all there is to know.
    return failure(signal.aborted ? 'too-slow' : 'unreachable')
  }
}
