import { Type } from 'ilp-packet'
import type { PostFailure, PostReply } from '../ports/http-post.ts'
import type { Secret } from '../secret/secret.ts'
import { ACCOUNT_LIFETIME_MS, fetchAccount, type Account } from './account.ts'
import type { Endpoint } from './endpoint.ts'
import { isSameAccount } from './is-same-account.ts'
import { isFault, LinkLost, NotSent, type LinkFailure, type LinkFault } from './link-failure.ts'
import type { OpenedLink, OpenLink } from './opened-link.ts'

/** For the question for our account, from the first byte to the last. */
const STEP_MS = 10_000
/** The meter waits for half of that. A fulfill that comes in the other half still posts its packet. */
const ANSWER_MS = 60_000
/** As over BTP: a packet has expired by then, and its connector has said so. */
const SILENCE_MS = 31_000
/**
 * Nothing is heard where a token is moved to another account, or a connector starts again with another asset: no
 * socket breaks. So the account is asked for once more before a packet, where the last answer is older than this.
 */
const ACCOUNT_KNOWN_MS = 60_000
/** ilp-plugin-http takes no more. */
const LARGEST_PACKET = 32_767
/** interledger-rs sends no more. */
const LARGEST_ANSWER = 40_000

/** What a header can carry without being changed on the way. */
const VISIBLE = /^[\x21-\x7e]*$/

/** Null where the name or the token is none that could be sent. */
const headersFor = (
  { username }: Endpoint,
  token: Secret<string>,
): Readonly<Record<string, string>> | null => {
  const bearer = token.reveal()
  if (!VISIBLE.test(bearer) || !VISIBLE.test(username)) return null
  return {
    accept: 'application/octet-stream',
    'content-type': 'application/octet-stream',
    authorization: `Bearer ${bearer}`,
    // ilp-plugin-http, where many share one token, makes the client's ILP address of it.
    ...(username !== '' && { 'ilp-peer-name': username }),
  }
}

const isIlpReply = ([type]: Uint8Array): boolean =>
  type === Type.TYPE_ILP_FULFILL || type === Type.TYPE_ILP_REJECT

const readReply = (reply: PostReply | PostFailure): Uint8Array | LinkFault => {
  if (reply.kind === 'failure') return { reason: 'connector-unreachable', seen: null }
  const { status, contentType, body } = reply
  if (body && isIlpReply(body)) return body
  const seen = { status, contentType }
  if (status === 401 || status === 403) return { reason: 'token-refused', seen }
  // What stands in front of a connector that is being started says so.
  const soonBack = status !== 'redirect' && status >= 500
  return { reason: soonBack ? 'connector-unreachable' : 'not-a-connector', seen }
}

/**
 * ILP over HTTP, synchronous: the answer to the POST of a Prepare is its Fulfill or Reject, as ilp-plugin-http,
 * interledger-rs and Rafiki speak it. (RFC 35 itself calls back, and a browser cannot be called.) It is open once the
 * connector has told our account (RFC 31), and at its end with the first answer that is no ILP packet. Never rejects.
 *
 * Whatever answers instead proves nothing about the packet: a 4xx, too, may come from something in between that had
 * passed the packet on before. Only what never left is NotSent.
 */
export const openHttp = async (options: OpenLink): Promise<OpenedLink | LinkFault> => {
  const { clock, endpoint } = options
  const headers = headersFor(endpoint, options.token)
  if (!headers) return { reason: 'token-refused', seen: null }
  let answers = 0
  let open = true
  let closes = false
  let gone: (why: LinkFailure) => void = () => {}
  const lost = new Promise<LinkFailure>((resolve) => (gone = resolve))
  const end = (why: LinkFailure): void => {
    open = false
    gone(why)
  }
  const post = async (body: Uint8Array, deadlineMs: number): Promise<Uint8Array | LinkFault> => {
    const { url } = endpoint
    const reply = await options.httpPost({
      url,
      headers,
      body,
      deadlineMs,
      maxBytes: LARGEST_ANSWER,
    })
    closes = reply.kind === 'reply' && reply.closes
    return readReply(reply)
  }

  const askForAccount = async (): Promise<Account | LinkFault> => {
    let fault = null as LinkFault | null
    const ask = async (question: Buffer): Promise<Buffer> => {
      const answer = await post(question, STEP_MS)
      if (!isFault(answer)) return Buffer.from(answer)
      fault = answer
      throw new LinkLost()
    }
    const expiresAt = new Date(clock.wall() + ACCOUNT_LIFETIME_MS)
    const account = await fetchAccount(ask, expiresAt).catch(() => null)
    return account ?? fault ?? { reason: 'no-asset', seen: null }
  }
  const account = await askForAccount()
  if (isFault(account)) return account

  let knownAt = clock.mono()
  let asking: Promise<void> | null = null
  const askAgain = async (): Promise<void> => {
    const now = await askForAccount()
    knownAt = clock.mono()
    asking = null
    if (isFault(now)) end(now.reason)
    else if (!isSameAccount(now, account)) end('connector-unreachable')
  }
  return {
    account,
    mayRepeat: !closes,
    async sendData(bytes) {
      if (open && clock.mono() - knownAt > ACCOUNT_KNOWN_MS) await (asking ??= askAgain())
      if (!open || bytes.length > LARGEST_PACKET) throw new NotSent()
      const heard = answers
      const cancel = clock.after(SILENCE_MS, () => {
        if (answers === heard) end('connector-unreachable')
      })
      const answer = await post(bytes, ANSWER_MS)
      cancel()
      if (isFault(answer)) {
        end(answer.reason)
        throw answer.seen ? new Error('the connector answered no ILP packet') : new LinkLost()
      }
      answers += 1
      if (answer[0] === Type.TYPE_ILP_FULFILL) options.onFulfill(answer)
      return answer
    },
    lost,
    close: () => end('connector-unreachable'),
  }
}
