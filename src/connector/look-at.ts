import type { HttpGet } from '../ports/http-get.ts'
import type { Endpoint } from './endpoint.ts'
import type { Seen } from './link-failure.ts'

const DEADLINE_MS = 5_000

/**
 * Browsers do not tell why a WebSocket could not be opened. One GET at the same place, without name and token, tells
 * what is there; null: nothing that speaks HTTP.
 */
export const lookAt = async (httpGet: HttpGet, { url }: Endpoint): Promise<Seen | null> => {
  const answer = await httpGet({
    url: url.replace(/^ws/, 'http'),
    accept: '*/*',
    deadlineMs: DEADLINE_MS,
    maxBytes: 0,
    wantsBody: () => false,
  })
  return answer.kind === 'reply' ? { status: answer.status, contentType: answer.contentType } : null
}
