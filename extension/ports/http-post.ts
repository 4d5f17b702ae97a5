import type { HttpPost, PostReply, PostRequest } from '../../src/ports/http-post.ts'
import { readBody } from './read-body.ts'

const request = async (asked: PostRequest): Promise<PostReply> => {
  const response = await fetch(asked.url, {
    method: 'POST',
    headers: { ...asked.headers },
    body: Uint8Array.from(asked.body),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    // The token is for this address alone.
    redirect: 'manual',
    signal: AbortSignal.timeout(asked.deadlineMs),
  })
  const { status, type } = response
  const redirected = type === 'opaqueredirect' || (status >= 300 && status < 400)
  const wanted = response.ok
  if (!wanted) await response.body?.cancel()
  return {
    kind: 'reply',
    status: redirected ? 'redirect' : status,
    contentType: response.headers.get('content-type') ?? '',
    closes: /\bclose\b/i.test(response.headers.get('connection') ?? ''),
    body: wanted ? await readBody(response, asked.maxBytes) : null,
  }
}

export const httpPost: HttpPost = async (asked) => {
  try {
    return await request(asked)
  } catch {
    // Why fetch failed is not told to scripts.
    return { kind: 'failure' }
  }
}
