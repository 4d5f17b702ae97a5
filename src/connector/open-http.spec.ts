import { serializeIlpFulfill, serializeIlpPrepare, serializeIlpReject } from 'ilp-packet'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { httpPost } from '../../extension/ports/http-post.ts'
import { systemClock } from '../../extension/ports/system-clock.ts'
import type { Clock, MonoMs } from '../ports/clock.ts'
import { Secret } from '../secret/secret.ts'
import { isFault, LinkLost, NotSent } from './link-failure.ts'
import { openHttp } from './open-http.ts'
import type { OpenedLink, OpenLink } from './opened-link.ts'
import {
  ACCOUNT,
  openHttpConnector,
  type Answer,
  type HttpConnector,
} from './testing/http-connector.ts'

let connector: HttpConnector
beforeEach(async () => {
  connector = await openHttpConnector()
})
afterEach(() => connector.close())

const fulfill = serializeIlpFulfill({ fulfillment: Buffer.alloc(32, 7), data: Buffer.alloc(0) })
const reject = serializeIlpReject({
  code: 'F02',
  triggeredBy: 'test.http',
  message: '',
  data: Buffer.alloc(0),
})
const prepare = (bytes = 0) =>
  serializeIlpPrepare({
    amount: '5',
    destination: 'test.receiver',
    executionCondition: Buffer.alloc(32, 1),
    expiresAt: new Date(1e12),
    data: Buffer.alloc(bytes),
  })

/** Silence is over at once, where it is long. */
const hurriedClock: Clock = {
  ...systemClock,
  after: (ms, call) => systemClock.after(ms > 30_000 ? 1 : ms, call),
}

const open = async (part: Partial<OpenLink> = {}) => {
  const heard: Uint8Array[] = []
  const link = await openHttp({
    clock: systemClock,
    openSocket: () => {
      throw new Error('a socket for an HTTP address')
    },
    httpPost,
    endpoint: { url: connector.url, username: 'me' },
    token: new Secret('token'),
    onPrepare: () => Promise.resolve(null),
    onFulfill: (bytes) => heard.push(bytes),
    ...part,
  })
  return { link, heard }
}
const opened = async (
  part: Partial<OpenLink> = {},
): Promise<OpenedLink & { heard: Uint8Array[] }> => {
  const { link, heard } = await open(part)
  if (isFault(link)) throw new Error(link.reason)
  return { ...link, heard }
}

const send =
  (status: number, headers: Record<string, string>, body: string | Buffer): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body)
const page = send(200, { 'content-type': 'text/html; charset=utf-8' }, '<!doctype html>')
const cut: Answer = (response) => {
  response.writeHead(200, { 'content-length': '1000' })
  response.write(fulfill)
  setTimeout(() => response.destroy(), 20)
}
const hangUp: Answer = (response) => response.destroy()
const silence: Answer = () => {}

it('is open once the account is told, and carries packets both of whose answers it gives on', async () => {
  const link = await opened()
  expect(link.account).toEqual(ACCOUNT)
  for (const answer of [fulfill, reject]) {
    connector.answerWith(send(200, { 'content-type': 'application/octet-stream' }, answer))
    expect(Buffer.from(await link.sendData(prepare()))).toEqual(answer)
  }
  expect(link.heard.map((bytes) => Buffer.from(bytes))).toEqual([fulfill])
  expect(connector.heard).toHaveLength(3)
  for (const { method, headers } of connector.heard) {
    expect(method).toBe('POST')
    expect(headers).toMatchObject({
      authorization: 'Bearer token',
      'ilp-peer-name': 'me',
      'content-type': 'application/octet-stream',
    })
    expect(headers.cookie).toBeUndefined()
  }
})

it('tells whether the connector closes each connection, or the browser may send a packet twice', async () => {
  expect((await opened()).mayRepeat).toBe(true)
  connector.closesEach()
  expect((await opened()).mayRepeat).toBe(false)
})

it('sends no name where there is none', async () => {
  await opened({ endpoint: { url: connector.url, username: '' } })
  expect(connector.heard[0]?.headers).not.toHaveProperty('ilp-peer-name')
})

describe('what answers instead of a connector that knows us', () => {
  it.each<[string, Answer, string, unknown]>([
    [
      '401',
      send(401, { 'content-type': 'text/plain' }, 'no'),
      'token-refused',
      { status: 401, contentType: 'text/plain' },
    ],
    ['403', send(403, {}, ''), 'token-refused', { status: 403, contentType: '' }],
    [
      '404',
      send(404, { 'content-type': 'text/html' }, 'no'),
      'not-a-connector',
      { status: 404, contentType: 'text/html' },
    ],
    [
      '202, as the asynchronous dialect says',
      send(202, {}, ''),
      'not-a-connector',
      { status: 202, contentType: '' },
    ],
    ['a page', page, 'not-a-connector', { status: 200, contentType: 'text/html; charset=utf-8' }],
    ['nothing', send(200, {}, ''), 'not-a-connector', { status: 200, contentType: '' }],
    [
      '502',
      send(502, { 'content-type': 'text/html' }, ''),
      'connector-unreachable',
      { status: 502, contentType: 'text/html' },
    ],
    [
      'too much',
      send(200, {}, Buffer.alloc(50_000, 13)),
      'not-a-connector',
      { status: 200, contentType: '' },
    ],
    ['half an answer', cut, 'connector-unreachable', null],
    ['the end of the connection', hangUp, 'connector-unreachable', null],
    ['an ILP reject', send(200, {}, reject), 'no-asset', null],
  ])('%s', async (_what, answer, reason, seen) => {
    connector.answerWith(answer)
    expect((await open()).link).toEqual({ reason, seen })
  })

  it('a redirect, which is not followed: the token goes nowhere else', async () => {
    const elsewhere = await openHttpConnector()
    connector.answerWith(send(307, { location: elsewhere.url }, ''))
    expect((await open()).link).toMatchObject({
      reason: 'not-a-connector',
      seen: { status: 'redirect' },
    })
    expect(elsewhere.heard).toEqual([])
    await elsewhere.close()
  })

  it('nothing in time', async () => {
    connector.answerWith(silence)
    const impatient: typeof httpPost = (request) => {
      expect(request.deadlineMs).toBe(10_000)
      return httpPost({ ...request, deadlineMs: 50 })
    }
    expect((await open({ httpPost: impatient })).link).toEqual({
      reason: 'connector-unreachable',
      seen: null,
    })
  })

  it.each([
    ['a token', 'tökén', 'me'],
    ['a token of two lines', 'to\nken', 'me'],
    ['a name', 'token', 'ме'],
  ])('%s that no header can carry is not sent', async (_what, token, username) => {
    const endpoint = { url: connector.url, username }
    const { link } = await open({ token: new Secret(token), endpoint })
    expect(link).toEqual({ reason: 'token-refused', seen: null })
    expect(connector.heard).toEqual([])
  })
})

describe('the account, once its last answer is a minute old,', () => {
  const opensAt = async (): Promise<{ link: OpenedLink; pass: (ms: number) => void }> => {
    let passed = 0
    const mono = () => (systemClock.mono() + passed) as MonoMs
    const link = await opened({ clock: { ...systemClock, mono } })
    return { link, pass: (ms) => (passed += ms) }
  }

  it('is asked for once more, by all packets together', async () => {
    const { link, pass } = await opensAt()
    connector.answerPacketsWith(send(200, {}, reject))
    await link.sendData(prepare())
    expect(connector.heard).toHaveLength(2)
    pass(61_000)
    await Promise.all([link.sendData(prepare()), link.sendData(prepare())])
    expect(connector.heard).toHaveLength(5)
    await link.sendData(prepare())
    expect(connector.heard).toHaveLength(6)
  })

  it.each([
    ['is another one', () => connector.becomes('test.http.other'), 'connector-unreachable'],
    ['is refused', () => connector.answerWith(send(401, {}, '')), 'token-refused'],
  ])('%s: no packet leaves, and the link is at its end', async (_, change, why) => {
    const { link, pass } = await opensAt()
    change()
    pass(61_000)
    await expect(link.sendData(prepare())).rejects.toBeInstanceOf(NotSent)
    expect(await link.lost).toBe(why)
    expect(connector.heard).toHaveLength(2)
  })
})

describe('what comes back for a packet, and is no proof of anything', () => {
  it.each<[string, Answer, string, boolean]>([
    ['401', send(401, {}, ''), 'token-refused', false],
    ['404', send(404, {}, ''), 'not-a-connector', false],
    ['500', send(500, {}, ''), 'connector-unreachable', false],
    ['a page', page, 'not-a-connector', false],
    ['half an answer', cut, 'connector-unreachable', true],
    ['the end of the connection', hangUp, 'connector-unreachable', true],
  ])('%s ends the link, and the packet was sent all the same', async (_what, answer, why, lost) => {
    const link = await opened()
    connector.answerWith(answer)
    const outcome = await link.sendData(prepare()).catch((error: unknown) => error)
    expect(outcome).toBeInstanceOf(Error)
    expect(outcome).not.toBeInstanceOf(NotSent)
    expect(outcome instanceof LinkLost).toBe(lost)
    expect(await link.lost).toBe(why)
    const after = connector.heard.length
    await expect(link.sendData(prepare())).rejects.toBeInstanceOf(NotSent)
    expect(connector.heard).toHaveLength(after)
  })

  it('what is too large for the other side does not leave, and harms nothing', async () => {
    const link = await opened()
    await expect(link.sendData(prepare(33_000))).rejects.toBeInstanceOf(NotSent)
    expect(connector.heard).toHaveLength(1)
    connector.answerWith(send(200, {}, reject))
    await link.sendData(prepare())
  })

  it('a fulfill that comes when the link is long given up is still heard of', async () => {
    const link = await opened({ clock: hurriedClock })
    const held = new Promise<() => void>((resolve) =>
      connector.answerWith((response) => resolve(() => response.end(fulfill))),
    )
    const answer = link.sendData(prepare())
    expect(await link.lost).toBe('connector-unreachable')
    await expect(link.sendData(prepare())).rejects.toBeInstanceOf(NotSent)
    ;(await held)()
    expect(Buffer.from(await answer)).toEqual(fulfill)
    expect(link.heard).toHaveLength(1)
  })
})
