import type { Seen } from '../../../src/connector/link-failure.ts'
import { message } from './message.ts'

/** Servers may send anything; a media type is short and plain (RFC 6838, section 4.2). */
const MEDIA_TYPE = /^[\w.+-]{1,40}\/[\w.+-]{1,40}/

/** `HTTP 404, text/html`, or `WebSocket, text/plain`: the same in every language. */
const answerOf = ({ status, contentType }: Seen): string => {
  const type = MEDIA_TYPE.exec(contentType)?.[0]
  const protocol = status === 'websocket' ? 'WebSocket' : `HTTP ${status}`
  return type === undefined ? protocol : `${protocol}, ${type}`
}

/** What answered at a connector's address that is none, and what to do. */
export const answeredWords = (seen: Seen, address: string): string => {
  if (seen.status === 'redirect') return message('failure_redirected', address)
  const overHttp = /^\s*(?:ilp\+)?http/i.test(address)
  return message(overHttp ? 'failure_noIlpOverHttp' : 'failure_noBtp', address, answerOf(seen))
}
