import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createReceipt } from 'ilp-protocol-stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Closers } from '../closers.ts'
import { openDatabase } from '../store/database.ts'
import { VerifiedBook } from './verified-book.ts'
import { verifierHandler } from './verifier-handler.ts'

const closers = new Closers()
afterEach(() => closers.closeAll())

const serve = async (handler: RequestListener): Promise<string> => {
  const server = createServer(handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.add(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What the wallet behind the verifier was asked. */
let asked: IncomingHttpHeaders[]
let origin: string
beforeEach(async () => {
  asked = []
  const wallet = await serve((request, response) => {
    asked.push(request.headers)
    response.writeHead(200, { 'content-type': 'application/spsp4+json' }).end('{"spsp":true}')
  })
  const { db, close } = openDatabase()
  closers.add(close)
  const endpoints = new Map([
    ['usd/alice', `${wallet}/alice`],
    ['usd/nobody', 'http://127.0.0.1:1/'],
  ])
  origin = await serve(
    verifierHandler({ book: new VerifiedBook(db), endpoints: (path) => endpoints.get(path) }),
  )
})

const SPSP = { accept: 'application/spsp4+json' }
const submit = (body: string) => fetch(`${origin}/receipts`, { method: 'POST', body })
const reasonOf = async (response: Response) =>
  ((await response.json()) as { reason: string }).reason

describe('a query', () => {
  test('reaches the wallet with a nonce and a secret, new each time', async () => {
    for (let times = 0; times < 2; times++) {
      const response = await fetch(`${origin}/usd/alice`, { headers: SPSP })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('application/spsp4+json')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(await response.json()).toEqual({ spsp: true })
    }
    const bytes = (name: string) =>
      asked.map((headers) => Buffer.from(String(headers[name]), 'base64'))
    expect(bytes('receipt-nonce').map(({ length }) => length)).toEqual([16, 16])
    expect(bytes('receipt-secret').map(({ length }) => length)).toEqual([32, 32])
    expect(new Set(asked.map((headers) => headers['receipt-nonce'])).size).toBe(2)
    expect(asked.map(({ accept }) => accept)).toEqual([SPSP.accept, SPSP.accept])
  })

  test.each(['receipt-nonce', 'receipt-secret'])(
    'that brings a %s of its own goes no further',
    async (name) => {
      const headers = { ...SPSP, [name]: Buffer.alloc(32).toString('base64') }
      const response = await fetch(`${origin}/usd/alice`, { headers })
      expect(response.status).toBe(400)
      expect(await reasonOf(response)).toBe('payer-brings-receipt-headers')
      expect(asked).toEqual([])
    },
  )

  test('is answered where the wallet is not', async () => {
    const response = await fetch(`${origin}/usd/nobody`, { headers: SPSP })
    expect([response.status, await reasonOf(response)]).toEqual([502, 'wallet-unreachable'])
  })

  test('of another path or kind is refused', async () => {
    for (const path of [
      '',
      'usd',
      'usd/',
      'usd/bob',
      'usd/bob/record',
      'record',
      'usd/alice/record/x',
    ])
      expect((await fetch(`${origin}/${path}`, { headers: SPSP })).status, path).toBe(404)
    expect((await fetch(`${origin}/usd/alice`, { method: 'POST' })).status).toBe(405)
    expect((await fetch(`${origin}/receipts`)).status).toBe(405)
    expect(asked).toEqual([])
  })
})

describe('a submission', () => {
  test('answers what it proves, to pages of any origin, and the record adds it up', async () => {
    await fetch(`${origin}/usd/alice`, { headers: SPSP })
    const setup = ['receipt-nonce', 'receipt-secret'].map((name) =>
      Buffer.from(String(asked[0]?.[name]), 'base64'),
    )
    const receipt = (totalReceived: string) => {
      const [nonce, secret] = setup
      return createReceipt({ nonce: nonce!, secret: secret!, streamId: 1, totalReceived })
    }
    for (const [total, amount] of [
      ['100', '100'],
      ['250', '150'],
    ] as const) {
      const response = await submit(`${receipt(total).toString('base64')}\n`)
      expect(response.status).toBe(200)
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(await response.json()).toEqual({ amount, user: 'usd/alice' })
    }
    const replay = await submit(receipt('250').toString('base64'))
    expect([replay.status, await reasonOf(replay)]).toEqual([409, 'nothing-new'])
    const [nonce] = setup
    const forged = createReceipt({
      nonce: nonce!,
      secret: Buffer.alloc(32),
      streamId: 1,
      totalReceived: '300',
    })
    expect((await submit(forged.toString('base64'))).status).toBe(403)
    const record = await fetch(`${origin}/usd/alice/record`)
    expect(await record.json()).toEqual({ verified: '250', receipts: 2 })
  })

  test.each([
    ['garbage', 'garbage', 400],
    ['nothing', '', 400],
    ['as much as is read', 'A'.repeat(320), 400],
    ['more than that', 'A'.repeat(321), 413],
    ['a megabyte', 'A'.repeat(2 ** 20), 413],
  ])('of %s is refused', async (_, body, status) => {
    expect((await submit(body)).status).toBe(status)
    // And the verifier is still there.
    expect((await fetch(`${origin}/usd/alice/record`)).status).toBe(200)
  })
})
