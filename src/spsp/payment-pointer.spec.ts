import { BlockList } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordFigures } from '../../tests/figures/record-figures.ts'
import { mayAsk, resolvePaymentPointer } from './payment-pointer.ts'
import { HOSTS } from './testing/host-table.ts'
import { DEVELOPER_POINTERS, POINTERS, type PointerRow } from './testing/pointer-table.ts'

const strict = { loopback: false }
const developer = { loopback: true }

const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '')

/** Each host in both tags: as a payment pointer of a `meta`, and as the address of a `link`. */
const hostRows = HOSTS.flatMap(({ what, refused, asked }) => [
  ...words(refused).map((host) => [what, host, false] as const),
  ...words(asked).map((host) => [what, host, true] as const),
])

const outcome = (text: string, rules: typeof strict): string | null =>
  resolvePaymentPointer(text, rules)?.href ?? null

const shorten = (text: string): string => text.slice(0, 60)

const itHolds = (rows: readonly PointerRow[], rules: typeof strict): void => {
  for (const [text, asked] of rows) {
    it(`${JSON.stringify(shorten(text))} -> ${asked === null ? 'refused' : shorten(asked)}`, () => {
      expect(outcome(text, rules)).toBe(asked)
    })
  }
}

describe('the table of payment pointers', () => {
  describe('as they stand', () => itHolds(POINTERS, strict))
  describe('in developer mode', () => itHolds(DEVELOPER_POINTERS, developer))
  describe('hosts', () => {
    for (const [what, host, asked] of hostRows) {
      it(`${what}: ${JSON.stringify(host)} is ${asked ? 'asked' : 'refused'}`, () => {
        for (const text of [`$${host}/alice`, `https://${host}/alice`]) {
          expect(outcome(text, strict)?.endsWith('/alice') ?? false, text).toBe(asked)
        }
      })
    }
  })

  it('has at least 250 rows, none of them twice', () => {
    const texts = [
      ...POINTERS.map(([text]) => text),
      ...DEVELOPER_POINTERS.map(([text]) => `developer ${text}`),
      ...hostRows.map(([, host]) => `host ${host}`),
    ]
    recordFigures('payment pointers', { 'rows of pointers': texts.length })
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts.length).toBeGreaterThanOrEqual(250)
  })

  it('refuses in an address that was redirected to what it refuses in a tag', () => {
    for (const [, host, asked] of hostRows) {
      if (!asked && URL.canParse(`https://${host}/`)) {
        expect(mayAsk(new URL(`https://${host}/`), strict), host).toBe(false)
      }
    }
    expect(mayAsk(new URL('http://wallet.example/'), strict)).toBe(false)
    expect(mayAsk(new URL('https://user@wallet.example/'), strict)).toBe(false)
  })
})

/** Node's own idea of these ranges, to lay beside ours. */
const setAside = new BlockList()
for (const [first, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  setAside.addSubnet(first, bits)
}

const isPublic = ({ hostname }: URL): boolean => {
  if (/^[\d.]+$/.test(hostname)) return !setAside.check(hostname.replace(/\.$/, ''))
  return /[^.]\.[^.]/.test(hostname) && !/(?:^|\.)local(?:host)?\.?$|[[\]]/.test(hostname)
}

describe('whatever a page writes', () => {
  const part = fc.constantFrom('0', '1', '10', '127', '169', '172', '192', '254', '255', '0x7f')
  const piece = fc.oneof(
    fc.constantFrom('wallet', 'example', 'localhost', 'local', '[::1]', '。', '%2e', '\u00ad'),
    fc.constantFrom('@', ':', '/', '\\', '?', '#', '.', '..', ' ', '\t', '\n', '%00', 'xn--'),
    fc.string({ unit: 'binary', maxLength: 4 }),
    part,
    fc.nat(2 ** 32).map(String),
  )
  const host = fc.oneof(
    fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.')),
    fc.ipV4Extended(),
    fc.ipV6().map((address) => `[${address}]`),
    fc.domain(),
    fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
  )
  const text = fc
    .tuple(
      fc.constantFrom('$', '$', 'https://', 'http://', '', 'ftp://', ' $', 'https:', 'javascript:'),
      fc.oneof({ weight: 6, arbitrary: fc.constant('') }, piece),
      host,
      fc.oneof(fc.constant(''), fc.constant(':4001'), fc.array(piece, { maxLength: 3 })),
      fc.oneof(fc.constant('/alice'), fc.webPath(), fc.array(piece, { maxLength: 3 })),
    )
    .map((parts) => parts.flat().join(''))

  it.each([strict, developer])('what is asked is safe: %j', (rules) => {
    const count = { texts: 0, asked: 0, refused: 0 }
    const check = (text: string): void => {
      count.texts += 1
      const url = resolvePaymentPointer(text, rules)
      count[url ? 'asked' : 'refused'] += 1
      if (!url) return
      const here = rules.loopback && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname)
      expect(here ? ['http:', 'https:'] : ['https:']).toContain(url.protocol)
      expect(url.username + url.password + url.hash).toBe('')
      expect(here || isPublic(url), url.href).toBe(true)
      expect(resolvePaymentPointer(url.href, rules)?.href).toBe(url.href)
    }
    fc.assert(fc.property(text, check), { numRuns: 20_000 })
    expect(Math.min(count.asked, count.refused)).toBeGreaterThan(1_000)
    recordFigures('payment pointers', { 'random pointers': count.texts })
  })
})
