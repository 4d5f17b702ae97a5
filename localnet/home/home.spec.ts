import { createReceipt } from 'ilp-protocol-stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Localnet } from '../localnet.ts'
import { startLocalnet } from '../start-localnet.ts'
import { pay } from '../testing/pay.ts'
import { seededDraw } from '../testing/seeded-draw.ts'

const SEED = 2026
let localnet: Localnet
beforeAll(async () => {
  localnet = await startLocalnet({ draw: seededDraw(SEED) })
})
afterAll(() => localnet.stop())

const at = (path: string) => new URL(path, localnet.home.url).href
const JSON_HEADERS = { accept: 'application/json', 'content-type': 'application/json' }

const post = async (path: string, body: unknown): Promise<[number, Record<string, unknown>]> => {
  const init = { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify(body) }
  const response = await fetch(at(path), init)
  return [response.status, (await response.json()) as Record<string, unknown>]
}
const form = (path: string, fields: Record<string, string>, headers = {}) =>
  fetch(at(path), {
    method: 'POST',
    headers: { accept: 'text/html', ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
const page = async (path: string) =>
  (await fetch(at(path), { headers: { accept: 'text/html' } })).text()
const received = async (path: string) =>
  BigInt(((await (await fetch(at(`${path}/record`))).json()) as { received: string }).received)
const register = async (name: string, asset: string) =>
  (await post('/pointers', { name, asset }))[1] as {
    pointer: string
    url: string
    verified: string
  }

describe('a pointer that one registers', () => {
  test('is paid through the connector, and its page tells of it', async () => {
    const response = await form('/pointers', { name: 'maya', asset: 'USD/2' })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/maya'])
    // No axes of empty charts.
    const empty = await page('/maya')
    expect([empty.includes('Nothing came in yet'), empty.includes('<figure')]).toEqual([
      true,
      false,
    ])
    const paid = await pay(localnet.btp[0]!, at('/maya'), 70_000_000n)
    expect(paid).toMatchObject({ delivered: 7n, destinationAsset: { code: 'USD', scale: 2 } })
    expect(await received('/maya')).toBe(7n)
    const text = await page('/maya')
    expect(text).toContain('/<wbr />maya</h1>')
    expect(text).toContain('0.07 USD')
    expect(text.match(/<figure/g)).toHaveLength(2)
    expect(text).not.toContain('Nothing came in')
    expect(await page('/')).toContain(at('/maya').replace('http://', '$'))
  })

  test.each([
    ['twice', { name: 'maya', asset: 'EUR/9' }, 'The name "maya" is taken'],
    ['with capitals', { name: 'Maya', asset: 'EUR/9' }, 'small letters'],
    ['without a name', { asset: 'EUR/9' }, 'small letters'],
    ['with a path', { name: 'maya/two', asset: 'EUR/9' }, 'small letters'],
    ['as a page of the wallet', { name: 'receipts', asset: 'EUR/9' }, 'is a page of this wallet'],
    ['of no such asset', { name: 'lev', asset: 'GBP/9' }, 'no asset "GBP/9"; it has EUR/9, USD/2'],
  ])('%s is refused in words, to programs and people', async (_, body, words) => {
    const [status, answer] = await post('/pointers', body)
    expect([status, answer['message']]).toEqual([422, expect.stringContaining(words)])
    const refused = await form('/pointers', body)
    expect(refused.status).toBe(422)
    const text = await refused.text()
    expect(text).toContain('role="alert"')
    expect(text).toContain(words.replaceAll('"', '&quot;'))
  })

  test('is not made by another page, nor by a name that leads here', async () => {
    const fields = { name: 'intruder', asset: 'EUR/9' }
    const other = await form('/pointers', fields, { origin: 'https://evil.example' })
    expect(other.status).toBe(403)
    expect((await form('/pointers', fields, { origin: 'null' })).status).toBe(403)
    expect(await page('/')).not.toContain('intruder')
    const own = await form(
      '/pointers',
      { name: 'own', asset: 'EUR/9' },
      { origin: at('/').slice(0, -1) },
    )
    expect(own.status).toBe(303)
  })

  test('what people write is text on the page', async () => {
    const refused = await form('/pointers', { name: '"><script>alert(1)</script>', asset: 'EUR/9' })
    expect(await refused.text()).not.toContain('<script>alert')
  })
})

describe('a revenue split', () => {
  const weights = [3, 1] as const
  let members: { pointer: string; url: string }[]
  beforeAll(async () => {
    members = [await register('band', 'XRP/6'), await register('label', 'EUR/9')]
    const shares = members.map(({ pointer }, index) => ({ pointer, weight: weights[index] }))
    expect((await post('/splits', { name: 'record', shares }))[0]).toBe(201)
  })

  test('gives each payer to one of its pointers, as its weights say', async () => {
    const draw = seededDraw(SEED)
    const expected = { band: 0, label: 0 }
    const seen = { band: 0, label: 0 }
    for (let query = 0; query < 400; query++) {
      expected[draw(4) < 3 ? 'band' : 'label'] += 1
      const response = await fetch(at('/record'), { headers: { accept: 'application/spsp4+json' } })
      expect(response.headers.get('content-type')).toBe('application/spsp4+json')
      const { destination_account } = (await response.json()) as { destination_account: string }
      seen[destination_account.startsWith('test.tributary.xrp.') ? 'band' : 'label'] += 1
    }
    expect(seen).toEqual(expected)
    // Four standard deviations of 400 draws.
    expect(Math.abs(seen.band - 300)).toBeLessThan(4 * Math.sqrt(400 * 0.75 * 0.25))
    const text = await page('/record')
    expect(text).toContain('75.0 %')
    expect(text).toContain(`>${seen.band}<`)
  })

  test('pays each of them in its own asset, and none of it is lost', async () => {
    const before = [await received('/band'), await received('/label')]
    const delivered: Record<string, bigint> = { XRP: 0n, EUR: 0n }
    for (let payment = 0; payment < 8; payment++) {
      const paid = await pay(localnet.btp[0]!, at('/record'), 1_000_000n)
      delivered[paid.destinationAsset.code]! += paid.delivered
    }
    expect(Math.min(...Object.values(delivered).map(Number))).toBeGreaterThan(0)
    expect(await received('/band')).toBe(before[0]! + delivered['XRP']!)
    expect(await received('/label')).toBe(before[1]! + delivered['EUR']!)
  })

  test.each<[string, (two: { pointer: string; url: string }[]) => unknown, string]>([
    ['of a taken name', (two) => ({ name: 'band', shares: two }), 'is taken: there is a pointer'],
    ['of a split’s name', (two) => ({ name: 'record', shares: two }), 'is taken: there is a split'],
    ['of one', ([one]) => ({ name: 'x', shares: [one] }), 'between 2 and 50 pointers, not 1'],
    ['of none', () => ({ name: 'x' }), 'between 2 and 50 pointers, not 0'],
    ['of one twice', ([one]) => ({ name: 'x', shares: [one, one] }), 'named twice'],
    [
      'with an unknown one',
      ([one]) => ({ name: 'x', shares: [one, { pointer: '$wallet.example/a', weight: 1 }] }),
      '$wallet.example/a is no pointer of this network',
    ],
    ...[0, -1, 1.5, 1_000_001, '3', null].map(
      (weight) =>
        [
          `with the weight ${weight}`,
          ([one, two]: { pointer: string }[]) => ({ name: 'x', shares: [one, { ...two, weight }] }),
          'whole number from 1 to 1000000',
        ] as [string, (two: { pointer: string; url: string }[]) => unknown, string],
    ),
    [
      'of a split',
      ([one]) => ({ name: 'x', shares: [one, { pointer: at('/record'), weight: 1 }] }),
      'is a split itself',
    ],
  ])('%s is refused in words', async (_, body, words) => {
    const two = members.map((member) => ({ ...member, weight: 1 }))
    const [status, { message }] = await post('/splits', body(two))
    expect([status, message]).toEqual([422, expect.stringContaining(words)])
  })

  test('is made with the form, where empty fields are no shares', async () => {
    const [one, two] = members.map(({ pointer }) => `weight of ${pointer}`)
    const fields = { name: 'by-form', [one!]: '2', [two!]: '5', 'weight of $nobody': '' }
    expect((await form('/splits', fields)).headers.get('location')).toBe('/by-form')
    const text = await page('/by-form')
    expect(text).toContain('71.4 %')
    // Where a line is too short for all of it, the name stays whole.
    expect(text).toContain('/<wbr />by-form</h1>')
  })
})

describe('a receipt', () => {
  /** The plain library's payer, sent to the pointer by the verifier. */
  const receiptOf = async (verified: string): Promise<string> => {
    const { createConnection } = await import('ilp-protocol-stream')
    const { default: IlpPluginBtp } = await import('ilp-plugin-btp')
    const url = verified.replace('$', 'http://')
    const headers = { accept: 'application/spsp4+json' }
    const answer = (await (await fetch(url, { headers })).json()) as Record<string, string>
    const { url: server, username, token } = localnet.btp[0]!
    const connection = await createConnection({
      plugin: new IlpPluginBtp({ server: `btp+${server}`, btpAccount: username, btpToken: token }),
      destinationAccount: answer['destination_account']!,
      sharedSecret: Buffer.from(answer['shared_secret']!, 'base64'),
    })
    const stream = connection.createStream()
    await stream.sendTotal('1000')
    const receipt = stream.receipt!.toString('base64')
    await connection.end()
    return receipt
  }

  test('is read and checked, and known to be counted once it was submitted', async () => {
    const { pointer, verified } = await register('signed', 'USD/9')
    const receipt = await receiptOf(verified)
    const says = { valid: true, pointer, streamId: 1, totalReceived: '1000' }
    const asset = { code: 'USD', scale: 9 }
    const check = async () => (await post('/receipts', { receipt: ` ${receipt}\n` }))[1]
    expect(await check()).toEqual({ ...says, asset, notYetSubmitted: '1000' })
    const submitted = await fetch(localnet.verifier.receipts, { method: 'POST', body: receipt })
    expect(await submitted.json()).toEqual({ amount: '1000', user: 'home/signed' })
    expect(await check()).toEqual({ ...says, asset, notYetSubmitted: '0' })
    const text = await (await form('/receipts', { receipt })).text()
    expect(text).toContain('Valid.')
    expect(text).toContain('0.000001000 USD')

    const changed = Buffer.from(receipt, 'base64')
    changed.writeUInt8(changed.readUInt8(25) + 1, 25)
    expect((await post('/receipts', { receipt: changed.toString('base64') }))[1]).toMatchObject({
      valid: false,
      reason: 'wrong-signature',
    })
  })

  test.each([
    ['garbage', 'garbage', 'malformed'],
    ['nothing', '', 'malformed'],
    [
      'another verifier’s',
      createReceipt({
        nonce: Buffer.alloc(16),
        secret: Buffer.alloc(32),
        streamId: 1,
        totalReceived: '5',
      }).toString('base64'),
      'unknown-nonce',
    ],
  ])('that is %s is not valid, and it says why', async (_, receipt, reason) => {
    expect((await post('/receipts', { receipt }))[1]).toMatchObject({ valid: false, reason })
    expect(await (await form('/receipts', { receipt })).text()).toContain('Not valid.')
  })
})

describe.each(['/pointers', '/splits', '/receipts'])('what is sent to %s', (path) => {
  const send = (body: string, accept: string) =>
    fetch(at(path), { method: 'POST', headers: { ...JSON_HEADERS, accept }, body })

  test.each([
    ['is no JSON', '{"name":', 422, 'says that it is JSON, and is not'],
    ['is too much', JSON.stringify('x'.repeat(64 * 1024)), 413, 'more than 65536 bytes'],
  ])('and %s is refused in words, to programs and people', async (_, body, expected, words) => {
    const refused = await send(body, 'application/json')
    const message = expect.stringContaining(words) as string
    expect([refused.status, await refused.json()]).toEqual([expected, { message }])
    const page = await send(body, 'text/html')
    expect([page.status, await page.text()]).toEqual([expected, message])
  })
})

test('the page loads nothing from elsewhere, and runs nothing but its own script', async () => {
  const response = await fetch(at('/'))
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  const files = [...(await response.text()).matchAll(/(?:src|href)="(\/(?:files|common)[^"]+)"/g)]
  expect(files).toHaveLength(4)
  for (const [, path] of files) expect((await fetch(at(path!))).status).toBe(200)
  for (const path of [
    '/nobody',
    '/usd/nobody',
    '/files/../main.ts',
    '/files/nothing',
    '/nobody/record',
  ])
    expect((await fetch(at(path))).status, path).toBe(404)
})
