import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from 'node:http'
import { readBody } from './read-body.ts'
import type { Refusal, VerifiedBook } from './verified-book.ts'

export interface VerifierOptions {
  readonly book: VerifiedBook
  /** The pointers that are verified, by path without a slash in front: the SPSP endpoint each stands for. */
  readonly endpoints: (path: string) => string | undefined
  /** Told what each payer's query looked like. */
  readonly onQuery?: (headers: IncomingHttpHeaders) => void
}

/** Four times a receipt: a page may put white space around it. */
const LONGEST_BODY = 320
const UPSTREAM_MS = 5_000
const STATUS: Readonly<Record<Refusal, number>> = {
  malformed: 400,
  'unknown-nonce': 404,
  'wrong-signature': 403,
  'nothing-new': 409,
}

/** Pages of any origin submit their receipts. */
const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
  })
  response.end(JSON.stringify(body))
}
const refuse = (response: ServerResponse, status: number, reason: string): void =>
  answer(response, status, { reason })

const brings = (headers: IncomingHttpHeaders): boolean =>
  'receipt-nonce' in headers || 'receipt-secret' in headers

/**
 * RFC 39, "Verifier": stands between payers and a wallet's SPSP endpoints, and checks what pages then bring.
 *
 *     GET  /wallet/user          SPSP, with `Receipt-Nonce` and `Receipt-Secret` added towards the wallet
 *     GET  /wallet/user/record   {"verified":"123","receipts":4}, in the smallest unit of the wallet's asset
 *     POST /receipts             a receipt in base64; {"amount":"123","user":"wallet/user"}: newly verified
 */
export const verifierHandler = (options: VerifierOptions): RequestListener => {
  const { book, endpoints, onQuery } = options

  const query = async (
    request: IncomingMessage,
    response: ServerResponse,
    user: string,
    endpoint: string,
  ) => {
    onQuery?.(request.headers)
    // A payer that knew the secret could write receipts itself.
    if (brings(request.headers)) return refuse(response, 400, 'payer-brings-receipt-headers')
    const { nonce, secret } = book.issue(user)
    const headers = {
      accept: request.headers.accept ?? '*/*',
      'receipt-nonce': nonce.toString('base64'),
      'receipt-secret': secret.toString('base64'),
    }
    const signal = AbortSignal.timeout(UPSTREAM_MS)
    const upstream = await fetch(endpoint, { headers, signal })
    response.writeHead(upstream.status, {
      'content-type': upstream.headers.get('content-type') ?? 'application/octet-stream',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    })
    response.end(Buffer.from(await upstream.arrayBuffer()))
  }

  const submit = async (request: IncomingMessage, response: ServerResponse) => {
    const text = await readBody(request, LONGEST_BODY)
    if (text === null) return refuse(response, 413, 'too-large')
    const verdict = book.submit(text.trim())
    if (verdict.kind === 'refused') return refuse(response, STATUS[verdict.why], verdict.why)
    answer(response, 200, { amount: verdict.amount.toString(), user: verdict.user })
  }

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?', 1)[0]?.slice(1) ?? ''
    if (path === 'receipts') {
      return request.method === 'POST'
        ? submit(request, response)
        : refuse(response, 405, 'only-post')
    }
    if (request.method !== 'GET') return refuse(response, 405, 'only-get')
    const endpoint = endpoints(path)
    if (endpoint !== undefined) return query(request, response, path, endpoint)
    const user = path.endsWith('/record') ? path.slice(0, -7) : ''
    if (endpoints(user) === undefined) return refuse(response, 404, 'no-such-pointer')
    const { verified, receipts } = book.record(user)
    answer(response, 200, { verified: verified.toString(), receipts })
  }

  return (request, response) => {
    route(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else refuse(response, 502, 'wallet-unreachable')
    })
  }
}
