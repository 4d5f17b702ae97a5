import { describe, expect, it } from 'vitest'
import type { HttpFailure, HttpReply } from '../ports/http-get.ts'
import { querySpsp } from './query-spsp.ts'

const url = new URL('https://wallet.example/alice')
const secret = Buffer.alloc(32, 255)
const good = { destination_account: 'g.alice', shared_secret: secret.toString('base64') }

const answer = (change: Partial<HttpReply>, body: unknown = good): HttpReply => ({
  kind: 'reply',
  status: 200,
  url: url.href,
  contentType: 'application/spsp4+json',
  serverTime: 5,
  retryAfter: null,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...change,
})

const ask = (reply: HttpReply | HttpFailure) =>
  querySpsp(() => Promise.resolve(reply), url, { loopback: false })

describe('querySpsp', () => {
  it('reads an answer, and its secret does not print', async () => {
    const receiver = await ask(answer({}))
    expect(receiver).toMatchObject({ destination: 'g.alice', url: url.href, serverTime: 5 })
    expect(JSON.stringify(receiver)).not.toContain(good.shared_secret)
  })

  it('reads the unpadded base64url that Rafiki writes', async () => {
    const receiver = await ask(answer({}, { ...good, shared_secret: secret.toString('base64url') }))
    if (typeof receiver === 'string') throw new Error(receiver)
    expect(Buffer.from(receiver.sharedSecret.reveal())).toEqual(secret)
  })

  it.each([
    'application/spsp4+json',
    'application/spsp4+json; charset=utf-8',
    'application/spsp+json',
    'application/json',
  ])('takes an answer of %s', async (contentType) => {
    expect(await ask(answer({ contentType }))).toMatchObject({ destination: 'g.alice' })
  })

  it('takes the answer of whom a redirect led to, and says who that was', async () => {
    const elsewhere = 'https://ilp.wallet.example/accounts/alice/spsp'
    expect(await ask(answer({ url: elsewhere }))).toMatchObject({ url: elsewhere })
  })

  it.each([
    ['address-unreachable', { kind: 'failure', why: 'unreachable' }],
    ['address-unreachable', { kind: 'failure', why: 'too-slow' }],
    ['address-wrong-answer', { kind: 'failure', why: 'too-large' }],
    ['address-unreachable', answer({ status: 503 })],
    ['address-unreachable', answer({ status: 429 })],
    ['address-wrong-answer', answer({ status: 404 })],
    ['address-wrong-answer', answer({ status: 204 })],
    ['address-refused', answer({ url: 'http://wallet.example/alice' })],
    ['address-refused', answer({ url: 'https://192.168.0.1/alice' })],
    ['address-wrong-answer', answer({ contentType: 'text/html' })],
    ['address-wrong-answer', answer({ contentType: 'application/jsonp' })],
    ['address-wrong-answer', answer({}, '<html>')],
    ['address-wrong-answer', answer({}, 'null')],
    ['address-wrong-answer', answer({}, '[]')],
    ['address-wrong-answer', answer({}, { ...good, shared_secret: 'AAAA' })],
    ['address-wrong-answer', answer({}, { ...good, shared_secret: 5 })],
    ['address-wrong-answer', answer({}, { ...good, shared_secret: '%%%%' })],
    ['address-wrong-answer', answer({}, { ...good, destination_account: 5 })],
  ] as const)('%s: %j', async (failure, reply) => {
    expect(await ask(reply)).toBe(failure)
  })
})
