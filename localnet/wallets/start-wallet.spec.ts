import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Localnet } from '../localnet.ts'
import { startLocalnet } from '../start-localnet.ts'
import { Book } from '../store/book.ts'
import { pay } from '../testing/pay.ts'
import { received } from '../testing/received.ts'

let localnet: Localnet
beforeAll(async () => {
  localnet = await startLocalnet()
})
afterAll(() => localnet.stop())

const SPSP = { accept: 'application/spsp4+json' }
const nonce = randomBytes(16).toString('base64')
const secret = randomBytes(32).toString('base64')

const status = async (url: string, headers: Record<string, string>, method = 'GET') =>
  (await fetch(url, { headers, method })).status

const aliceOf = (index: number) =>
  localnet.wallets.filter(({ pointer }) => pointer.endsWith('/alice'))[index]!

/** As on a disk that is full, once. Whether it was tried is known afterwards. */
const failOnce = (method: 'issued' | 'fulfilled') => {
  const seen = { failed: false }
  const write = vi.spyOn(Book.prototype, method).mockImplementationOnce(() => {
    write.mockRestore()
    seen.failed = true
    throw new Error('disk full')
  })
  return seen
}

describe.each([0, 1])('the SPSP endpoint of wallet %i', (index) => {
  const url = () => aliceOf(index).url

  test('answers as RFC 9 says', async () => {
    const response = await fetch(url(), { headers: SPSP })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/spsp4+json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('date')).not.toBeNull()
    const answer = (await response.json()) as Record<string, string>
    expect(Object.keys(answer)).toEqual([
      'destination_account',
      'shared_secret',
      'receipts_enabled',
    ])
    expect(answer['destination_account']).toMatch(/^test\.tributary\.usd(-two)?\.spsp\.[\w-]+$/)
    expect(Buffer.from(answer['shared_secret'] ?? '', 'base64')).toHaveLength(32)
    expect(answer['receipts_enabled']).toBe(false)
  })

  test('spells the secret as its kind does', async () => {
    const answer = (await (await fetch(url(), { headers: SPSP })).json()) as {
      shared_secret: string
    }
    const alphabet = index === 0 ? /^[\w-]{43}$/ : /^[A-Za-z0-9+/]{43}=$/
    expect(answer.shared_secret).toMatch(alphabet)
  })

  test.each<[string, Record<string, string>, number]>([
    ['another type', { accept: 'application/json' }, 406],
    ['anything', { accept: '*/*' }, 406],
    ['SPSP among others', { accept: 'text/html, application/spsp4+json;q=0.9' }, 200],
    ['only a nonce', { ...SPSP, 'receipt-nonce': nonce }, 400],
    ['only a secret', { ...SPSP, 'receipt-secret': secret }, 400],
    ['both', { ...SPSP, 'receipt-nonce': nonce, 'receipt-secret': secret }, 200],
    ['both, exchanged', { ...SPSP, 'receipt-nonce': secret, 'receipt-secret': nonce }, 400],
  ])('asked for %s', async (_, headers, expected) => {
    expect(await status(url(), headers)).toBe(expected)
  })

  test('knows its own pointers only, and only GET', async () => {
    expect(await status(url().replace('alice', 'nobody'), SPSP)).toBe(404)
    expect(await status(url().replace('alice', ''), SPSP)).toBe(404)
    expect(await status(`${url()}/more`, SPSP)).toBe(404)
    expect(await status(`${url()}/record/more`, SPSP)).toBe(404)
    expect(await status(url(), SPSP, 'POST')).toBe(405)
  })
})

test('a new record is empty', async () => {
  const record = await fetch(aliceOf(3).records)
  expect(await record.json()).toEqual({ received: '0', packets: 0 })
})

test('a receipt holds nothing that could not be written down', async () => {
  const write = failOnce('fulfilled')
  const before = await received(aliceOf(0))
  const { receipt } = await pay(localnet.btp[0]!, aliceOf(0).url, 1_000n)
  expect(write.failed).toBe(true)
  expect(receipt).toBe((await received(aliceOf(0))) - before)
})

test('a query that cannot be written down is refused in words, and the next one answered', async () => {
  failOnce('issued')
  const refused = await fetch(aliceOf(0).url, { headers: SPSP })
  const message = 'This wallet cannot answer: disk full'
  expect([refused.status, await refused.json()]).toEqual([500, { id: '500', message }])
  expect(await status(aliceOf(0).url, SPSP)).toBe(200)
})
