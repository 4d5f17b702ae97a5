import type { RequestListener } from 'node:http'
import type { TestSite } from './test-site.ts'

const SECRET = Buffer.alloc(32, 7).toString('base64')

const spsp =
  (body: string): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/spsp4+json' }).end(body)

const receiver = (fields: Readonly<Record<string, string>>): RequestListener =>
  spsp(
    JSON.stringify({
      destination_account: 'test.tributary.usd.x',
      shared_secret: SECRET,
      ...fields,
    }),
  )

const UNREACHABLE = 'address-unreachable'
const WRONG = 'address-wrong-answer'

/** What may be at a payment pointer instead of a wallet, and the reason that the popup shall give. */
const LIARS: Readonly<Record<string, readonly [string, RequestListener]>> = {
  down: [UNREACHABLE, (_, response) => response.writeHead(500).end()],
  html: [
    WRONG,
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
  ],
  nonsense: [WRONG, spsp('{"destination_account":')],
  short: [WRONG, receiver({ shared_secret: Buffer.alloc(31).toString('base64') })],
  huge: [WRONG, receiver({ more: 'x'.repeat(1_000_000) })],
  peer: ['address-refused', receiver({ destination_account: 'peer.config' })],
  self: ['address-refused', receiver({ destination_account: 'test.tributary.wallet.reader.x' })],
  // No network that has this host: the browser never gets there, and must not be made to.
  inward: [
    UNREACHABLE,
    (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/secret' }).end(),
  ],
}

/** Puts them all on a site: ids, addresses and the reasons expected. */
export const placeLiars = (site: TestSite) =>
  Object.entries(LIARS).map(([id, [reason, listener]]) => ({
    id,
    reason,
    address: site.answer(`/${id}`, listener),
  }))
