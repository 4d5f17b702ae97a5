import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Buffer as StandIn } from './buffer.ts'

const bytes = fc.uint8Array({ maxLength: 40 })
/** Halves of surrogate pairs included. */
const letters = fc
  .array(fc.nat(0xffff), { maxLength: 20 })
  .map((codes) => String.fromCharCode(...codes))
const ENCODINGS = ['utf8', 'ascii', 'base64', 'hex'] as const

const same = (own: Uint8Array, node: Uint8Array) => expect([...own]).toEqual([...node])

it('reads and writes text as Node does', () => {
  fc.assert(
    fc.property(bytes, letters, fc.nat(40), fc.nat(40), (raw, text, from, to) => {
      for (const encoding of ENCODINGS)
        expect(StandIn.from(raw).toString(encoding, from, to)).toBe(
          Buffer.from(raw).toString(encoding, from, to),
        )
      expect(StandIn.from(raw).toString()).toBe(Buffer.from(raw).toString())
      same(StandIn.from(text), Buffer.from(text))
      same(StandIn.from(text, 'ascii'), Buffer.from(text, 'ascii'))
    }),
  )
})

it('reads base64 as leniently as Node does', () => {
  const digits = fc.stringMatching(/^[A-Za-z0-9+/_\- \n.]{0,40}={0,2}$/)
  fc.assert(
    fc.property(bytes, digits, (raw, text) => {
      for (const one of [
        text,
        Buffer.from(raw).toString('base64'),
        Buffer.from(raw).toString('base64url'),
      ])
        same(StandIn.from(one, 'base64'), Buffer.from(one, 'base64'))
    }),
  )
})

type Numbers = Pick<
  ReturnType<typeof StandIn.alloc>,
  | 'readUInt8'
  | 'readUInt32BE'
  | 'readUIntBE'
  | 'readIntBE'
  | 'readBigUInt64BE'
  | 'writeUIntBE'
  | 'writeIntBE'
  | 'writeBigUInt64BE'
>

/** What it gives, or that it fails. */
const outcome = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error instanceof RangeError ? 'out of range' : error
  }
}

it('reads and writes numbers as Node does, and refuses those that do not fit', () => {
  const place = fc.record({
    at: fc.integer({ min: -1, max: 10 }),
    length: fc.integer({ min: 1, max: 6 }),
  })
  const number = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.nat(70_000))
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 10 }),
      place,
      number,
      fc.bigInt(),
      (raw, { at, length }, value, big) => {
        const [own, node] = [StandIn.from(raw), Buffer.from(raw)]
        for (const work of [
          (one: Numbers) => one.readUInt8(at),
          (one: Numbers) => one.readUInt32BE(at),
          (one: Numbers) => one.readUIntBE(at, length),
          (one: Numbers) => one.readIntBE(at, length),
          (one: Numbers) => one.readBigUInt64BE(at),
          (one: Numbers) => one.writeUIntBE(value, at, length),
          (one: Numbers) => one.writeIntBE(value, at, length),
          (one: Numbers) => one.writeBigUInt64BE(BigInt.asUintN(65, big), at),
        ]) {
          expect(outcome(() => work(own))).toEqual(outcome(() => work(node)))
          same(own, node)
        }
      },
    ),
    { numRuns: 500 },
  )
})

it('cuts, copies, joins and compares as Node does', () => {
  fc.assert(
    fc.property(
      bytes,
      bytes,
      fc.integer({ min: -45, max: 45 }),
      fc.nat(45),
      (one, other, from, to) => {
        same(StandIn.from(one).slice(from, to), Buffer.from(one).subarray(from, to))
        same(
          StandIn.concat([StandIn.from(one), StandIn.from(other)]),
          Buffer.concat([Buffer.from(one), Buffer.from(other)]),
        )
        expect(StandIn.from(one).equals(StandIn.from(other))).toBe(Buffer.from(one).equals(other))
        expect(StandIn.from(one).equals(StandIn.from(one))).toBe(true)
        const [own, node] = [StandIn.alloc(20), Buffer.alloc(20)]
        const at = to % 21
        expect(StandIn.from(one).copy(own, at)).toBe(Buffer.from(one).copy(node, at))
        same(own, node)
      },
    ),
  )
})

it('shares memory where Node does', () => {
  const whole = StandIn.from([1, 2, 3])
  whole.slice(1)[0] = 9
  expect([...whole]).toEqual([1, 9, 3])
  const memory = new ArrayBuffer(2)
  StandIn.from(memory)[0] = 7
  expect(new Uint8Array(memory)[0]).toBe(7)
  const copied = Uint8Array.of(1)
  StandIn.from(copied)[0] = 7
  expect(copied[0]).toBe(1)
})

it('knows its own kind, and has no encoding that it does not know', () => {
  expect(StandIn.isBuffer(StandIn.alloc(0).slice(0))).toBe(true)
  expect(StandIn.isBuffer(new Uint8Array())).toBe(false)
  expect(() => StandIn.from('00', 'latin1')).toThrow(TypeError)
  expect(() => StandIn.alloc(1).toString('latin1' as never)).toThrow(TypeError)
})
