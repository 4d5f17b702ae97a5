import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Closers } from '../closers.ts'
import { selfSigned } from '../testing/self-signed.ts'
import { checkPage } from './check-page.ts'
import { sayFindings } from './say-findings.ts'

const closers = new Closers()
afterAll(() => closers.closeAll())

const NETWORK = { prefix: 'test.tributary.', offers: ['http://127.0.0.1:1/alice (USD)'] }
const SECRET = Buffer.alloc(32, 1).toString('base64url')
const answer = (destination: string, secret: unknown = SECRET) =>
  JSON.stringify({ destination_account: destination, shared_secret: secret })

const SPSP = 'application/spsp4+json'
const HERE = answer('test.tributary.usd.spsp.x')

/** Wallets by path: status, content type, body. */
const WALLETS: Record<string, readonly [number, string, string]> = {
  '/alice': [200, SPSP, HERE],
  '/elsewhere': [200, SPSP, answer('g.provider.someone.x')],
  '/page': [200, 'text/html; charset=utf-8', '<p>Alice</p>'],
  '/text': [200, 'text/plain', HERE],
  '/no-json': [200, SPSP, 'hello'],
  '/no-account': [200, SPSP, '{}'],
  '/short-secret': [200, SPSP, answer('test.tributary.x', 'c2hvcnQ')],
  '/open-payments': [200, 'application/json', '{"id":"x","authServer":"https://a.example"}'],
  '/broken': [500, 'text/plain', ''],
  '/no-spsp': [406, 'text/plain', ''],
}

const serve = async (server: ReturnType<typeof createServer>): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.add(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

let html = ''
let type = 'text/html'
const handler: RequestListener = (request, response) => {
  const wallet = WALLETS[request.url ?? '']
  if (request.url === '/moved') return void response.writeHead(302, { location: '/alice' }).end()
  if (request.url === '/site')
    return void response.writeHead(200, { 'content-type': type }).end(html)
  if (!wallet) return void response.writeHead(404).end()
  const cors = request.url === '/alice' ? { 'access-control-allow-origin': '*' } : {}
  response.writeHead(wallet[0], { 'content-type': wallet[1], ...cors }).end(wallet[2])
}

let origin = ''
let secureOrigin = ''
/** Nobody listens there, and no other process is given it meanwhile. */
const dead = 2
beforeAll(async () => {
  origin = `http://127.0.0.1:${await serve(createServer(handler))}`
  const tls = createTlsServer(selfSigned('site.example'), handler)
  secureOrigin = `https://127.0.0.1:${await serve(tls)}`
})

const check = async (markup: string, path = '/site'): Promise<string> => {
  html = markup
    .replaceAll('ORIGIN', origin)
    .replaceAll('DEAD', String(dead))
    .replaceAll('$HERE', origin.replace('http://', '$'))
  return sayFindings(await checkPage(origin + path, NETWORK))
}
const link = (href: string) => `<link rel="monetization" href="${href}">`
const meta = (content: string) => `<meta name="monetization" content="${content}">`

test.each([
  ['link', link('ORIGIN/alice')],
  ['meta', meta('$HERE/alice')],
])('a %s that is well is said to be', async (_, markup) => {
  const said = await check(markup)
  expect(said).toContain('ok     it answers, and this network can pay it')
  expect(said).not.toContain('wrong')
  expect(said).not.toContain('note')
})

describe('what is wrong with a page is said', () => {
  test.each([
    ['no tag', '<p>Hello</p>', 'there is no monetization tag in its HTML'],
    ['two metas', meta('$HERE/alice') + meta('$HERE/alice'), 'there are 2 metas'],
    ['both', meta('$HERE/alice') + link('ORIGIN/alice'), 'there is a meta and a link'],
    ['two links', link('ORIGIN/alice').repeat(2), 'there are 2 links'],
    ['a meta in the body', `<p>Hello</p>${meta('$HERE/alice')}`, 'in the head only'],
    ['property', '<meta property="monetization" content="$x/y">', 'in "name", not in "property"'],
    ['misspelt', '<meta name="monetisation" content="$x/y">', 'it has to say "monetization"'],
    ['misspelt link', '<link rel="monetize" href="https://x/y">', 'it has to say "monetization"'],
    ['a link by name', '<link name="monetization" href="https://x/y">', 'in "rel", not in "name"'],
    ['no href', '<link rel="monetization" content="$x/y">', '"href", and this one has none'],
    ['no content', '<meta name="monetization" href="$x/y">', '"content", and this one has none'],
    ['capitals', '<link rel="Monetization" href="ORIGIN/alice">', 'to the letter'],
    ['disabled', '<link rel="monetization" disabled href="ORIGIN/alice">', 'is "disabled"'],
    ['a dollar in a link', link('$HERE/alice'), 'a link wants a URL'],
  ])('%s', async (_, markup, words) => {
    expect(await check(markup)).toContain(words)
  })
})

describe('what is wrong with a pointer is said', () => {
  test.each([
    ['unknown', link('ORIGIN/nobody'), 'does not know it (404)'],
    ['capitals', link('ORIGIN/Alice'), 'knows /alice: capitals make a difference'],
    [
      'not on the network',
      link('ORIGIN/elsewhere'),
      'for g.provider…, which is not on this network',
    ],
    ['what to put in', link('ORIGIN/elsewhere'), NETWORK.offers[0]!],
    ['a page', link('ORIGIN/page'), 'answers text/html; charset=utf-8, a page for people'],
    ['another type', link('ORIGIN/text'), 'answers text/plain; SPSP is application/spsp4+json'],
    ['no JSON', link('ORIGIN/no-json'), 'says that it answers JSON, and does not'],
    ['no account', link('ORIGIN/no-account'), 'no "destination_account"'],
    ['a short secret', link('ORIGIN/short-secret'), 'is not 32 bytes'],
    ['Open Payments', link('ORIGIN/open-payments'), 'an Open Payments wallet address only'],
    ['broken', link('ORIGIN/broken'), 'answers with status 500'],
    ['no SPSP', link('ORIGIN/no-spsp'), 'does not speak SPSP (406)'],
    ['no CORS', link('ORIGIN/elsewhere'), 'no Access-Control-Allow-Origin'],
    ['moved', link('ORIGIN/moved'), 'it leads on to'],
    ['nobody there', link('http://127.0.0.1:DEAD/alice'), 'cannot be asked: nothing listens there'],
    ['not https', link('http://wallet.example/alice'), 'it is not https'],
    ['a path of the site', link('wallet.example/alice'), 'takes it for a path of your own site'],
    ['a placeholder', meta('{{ pointer }}'), 'a placeholder was left in it'],
    ['dollar and https', meta('$https://wallet.example/a'), 'one or the other'],
    ['a query', meta('$wallet.example/a?b'), 'without user, "?"'],
    ['a port', meta('$wallet.example:8080/a'), 'a payment pointer has no port'],
  ])('%s', async (_, markup, words) => {
    expect(await check(markup)).toContain(words)
  })
})

test('a page that is no page, is moved, or is not there', async () => {
  expect(await check('', '/nothing')).toContain('it answers with status 404')
  type = 'text/plain'
  expect(await check('')).toContain('answers text/plain, not text/html')
  type = 'text/html'
  const of = async (url: string) => sayFindings(await checkPage(url, NETWORK))
  expect(await of(`http://127.0.0.1:${dead}/`)).toContain(
    'cannot be fetched: nothing listens there',
  )
  expect(await of(secureOrigin)).toContain('its certificate is not trusted')
  expect(await of(origin.replace('http:', 'https:'))).toContain('no TLS is spoken there')
})
