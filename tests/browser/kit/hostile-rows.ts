import type { RequestListener } from 'node:http'
import type { BrowserDriver } from '../../../browsers/driver.ts'
import { gzipSync } from 'node:zlib'
import {
  answer,
  CANARY,
  drip,
  endless,
  endlessHead,
  raw,
  receiver,
  redirect,
  spsp,
} from './answers.ts'

type HostileReason = 'address-unreachable' | 'address-wrong-answer' | 'address-refused'

/** Something at a payment pointer's place that is no wallet. */
export interface HostileRow {
  readonly id: string
  readonly reason: HostileReason
  readonly listener: RequestListener
  /** It asked to be left alone for longer than any test lasts. */
  readonly onlyOnce?: boolean
  /** Requests that a browser itself makes of one query. */
  readonly perQuery?: number
  /** Over TLS, by an authority that nobody trusts. */
  readonly untrusted?: boolean
  /** The page is on 127.0.0.1, where cookies know no ports. */
  readonly host?: 'localhost'
}

type Rows = Readonly<Record<string, RequestListener>>

const rows = (reason: HostileReason, listeners: Rows): HostileRow[] =>
  Object.entries(listeners).map(([id, listener]) => ({ id, reason, listener }))

const TEN_YEARS = '315360000'
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/spsp4+json\r\n'
const secret = (bytes: number): string =>
  receiver({ shared_secret: Buffer.alloc(bytes, 7).toString('base64') })
const leadsTo = (destination: string): RequestListener =>
  spsp(receiver({ destination_account: destination }))
const bomb = () => gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))

/** Servers that answer late, never, without an end, or with another place. */
export const deafRows = ({ kind, extensionOrigin }: BrowserDriver): HostileRow[] => [
  ...rows('address-unreachable', {
    'never answers': () => {},
    'slow head': drip('x-slow: '.repeat(100), HEAD),
    'slow body': drip(receiver(), `${HEAD}content-length: 5000\r\n\r\n`),
    'hangs up in the body': raw((response) => {
      response.socket?.end(`${HEAD}content-length: 5000\r\n\r\n{"destination_account":`)
    }),
    'endless head': endlessHead(HEAD),
    'endless error': endless(500, ''),
    'redirects to http': redirect('http://wallet.example/alice'),
    'redirects inward': redirect('http://10.0.0.1/secret'),
    'redirects to data': redirect(`data:application/spsp4+json,${receiver()}`),
    'redirects to a file': redirect('file:///etc/passwd'),
    'redirects to a script': redirect('javascript:alert(1)'),
    'redirects to the wallet itself': redirect(`${extensionOrigin}/popup.html`),
    'breaks its encoding': answer(200, receiver(), { 'content-encoding': 'gzip' }),
    'is down': answer(503),
    'is down, to be cached': answer(503, CANARY, {
      'cache-control': `public, max-age=${TEN_YEARS}`,
    }),
    'is down, cached in the past': answer(503, CANARY, {
      'cache-control': 'max-age=-1',
      age: '-9',
    }),
    'sets a cookie': answer(503, CANARY, { 'set-cookie': 'hostile=1; Path=/' }),
  }),
  {
    id: 'hangs up',
    reason: 'address-unreachable',
    listener: raw((response) => response.socket?.destroy()),
    // Firefox: network.http.request.max-attempts.
    perQuery: 10,
  },
  {
    id: 'redirects to itself',
    reason: 'address-unreachable',
    listener: redirect('/'),
    // 20 redirects are followed (Fetch, "HTTP-redirect fetch").
    perQuery: 21,
  },
  {
    id: 'speaks no http',
    // Firefox takes it for HTTP/0.9.
    reason: kind === 'firefox' ? 'address-wrong-answer' : 'address-unreachable',
    listener: raw((response) => response.socket?.end(`SSH-2.0-${CANARY}\r\n`)),
  },
  {
    id: 'clears site data',
    reason: 'address-unreachable',
    listener: answer(503, CANARY, { 'clear-site-data': '"*"' }),
    // Firefox lets a server clear what its own host keeps, whoever has asked it.
    host: 'localhost',
  },
  {
    id: 'has a certificate of its own',
    reason: 'address-unreachable',
    listener: spsp(receiver()),
    untrusted: true,
    host: 'localhost',
  },
  ...rows('address-unreachable', {
    'wants ten years': answer(503, CANARY, { 'retry-after': TEN_YEARS }),
    'wants until 2099': answer(429, CANARY, { 'retry-after': 'Wed, 01 Jan 2099 00:00:00 GMT' }),
  }).map((row) => ({ ...row, onlyOnce: true })),
]

/** Servers whose answer is wrong, or leads where no money may go. */
export const wrongRows = (): HostileRow[] => [
  ...rows('address-wrong-answer', {
    'endless body': endless(200, receiver().slice(0, -1)),
    'gzip bomb': answer(200, bomb(), { 'content-encoding': 'gzip' }),
    'says 204': raw((response) => response.writeHead(204).end()),
    'says 304': raw((response) => response.writeHead(304).end()),
    'wants a password': answer(401, CANARY, { 'www-authenticate': `Basic realm="${CANARY}"` }),
    'says 404': answer(404),
    'is a page': answer(200, `<script>alert("${CANARY}")</script>`, {
      'content-type': 'text/html',
    }),
    'is plain text': answer(200, receiver(), { 'content-type': 'text/plain' }),
    'is a download': answer(200, CANARY, {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="wallet.exe"',
    }),
    'is empty': spsp(''),
    'breaks off': spsp('{"destination_account":'),
    'is deep': spsp('['.repeat(10_000) + ']'.repeat(10_000 / 2)),
    'is a prototype': spsp(`{"__proto__":${receiver()},"note":"${CANARY}"}`),
    'has no secret': spsp(receiver({ shared_secret: '' })),
    'has 16 bytes': spsp(secret(16)),
    'has 31 bytes': spsp(secret(31)),
    'has 33 bytes': spsp(secret(33)),
    'has 10,000 bytes': spsp(secret(10_000)),
    'has no base64': spsp(receiver({ shared_secret: `<img src=x onerror=alert(1)>` })),
  }),
  ...rows('address-refused', {
    'leads nowhere': leadsTo(''),
    'leads far': leadsTo(`test.${'a'.repeat(1_100)}`),
    'leads to spaces': leadsTo('test.tributary.usd.a b'),
    'leads beyond ascii': leadsTo('test.tributary.usd.ünï'),
    'leads to the connector': leadsTo('peer.config'),
    'leads to itself': leadsTo('self.x'),
    'leads to a private network': leadsTo('private.x'),
    'leads to a local one': leadsTo('local.x'),
    'leads to an example': leadsTo('example.x'),
    'leads to us': leadsTo('test.tributary.wallet.reader.x'),
    'says it twice': spsp(receiver().slice(0, -1) + ',"destination_account":"peer.x"}'),
  }),
]
