import type { HttpGet, HttpHead } from '../ports/http-get.ts'
import { Secret } from '../secret/secret.ts'
import { isFailing } from './patience.ts'
import { mayAsk, type PointerRules } from './payment-pointer.ts'

const ACCEPT = 'application/spsp4+json, application/spsp+json'
const DEADLINE_MS = 5_000
const MOST_BYTES = 16 * 1024
/** RFC 29, "Encryption and Shared Secret": 32 bytes. */
const SECRET_BYTES = 32

/** What a payment pointer tells about its receiver (RFC 9, "Response body"). */
export interface Receiver {
  readonly destination: string
  readonly sharedSecret: Secret<Uint8Array>
  /** Where the answer came from, after redirects. */
  readonly url: string
  /** The server's clock when it answered, milliseconds since 1970; null where it did not say. */
  readonly serverTime: number | null
}

export type SpspFailure = 'address-refused' | 'address-unreachable' | 'address-wrong-answer'

/** RFC 9 says base64; Rafiki writes unpadded base64url. Both are read. */
const readSecret = (text: unknown): Uint8Array | null => {
  if (typeof text !== 'string' || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === SECRET_BYTES ? Uint8Array.from(bytes) : null
}

const readBody = (body: string): Pick<Receiver, 'destination' | 'sharedSecret'> | null => {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const fields = value as Record<string, unknown>
  const secret = readSecret(fields['shared_secret'])
  const destination = fields['destination_account']
  if (!secret || typeof destination !== 'string') return null
  return { destination, sharedSecret: new Secret(secret) }
}

/** Null where the body may be an answer. The body of one from a place not to be asked is never read. */
const refuseHead = (head: HttpHead, rules: PointerRules): SpspFailure | null => {
  if (!mayAsk(new URL(head.url), rules)) return 'address-refused'
  if (isFailing(head)) return 'address-unreachable'
  const isSpsp = /^application\/(?:spsp4?\+)?json\s*(?:;|$)/i.test(head.contentType)
  return head.status === 200 && isSpsp ? null : 'address-wrong-answer'
}

/** Asks a payment pointer how to pay it (RFC 9, "Query (GET <SPSP Endpoint>)"). Never rejects. */
export const querySpsp = async (
  get: HttpGet,
  url: URL,
  rules: PointerRules,
): Promise<Receiver | SpspFailure> => {
  const reply = await get({
    url: url.href,
    accept: ACCEPT,
    deadlineMs: DEADLINE_MS,
    maxBytes: MOST_BYTES,
    wantsBody: (head) => refuseHead(head, rules) === null,
  })
  if (reply.kind === 'failure') {
    return reply.why === 'too-large' ? 'address-wrong-answer' : 'address-unreachable'
  }
  const refusal = refuseHead(reply, rules)
  if (refusal) return refusal
  const body = readBody(reply.body)
  return body ? { ...body, url: reply.url, serverTime: reply.serverTime } : 'address-wrong-answer'
}
