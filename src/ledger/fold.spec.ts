import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliveredUnits, sourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import { FORGOTTEN, leftFor, leftNow, siteNow, totalsNow } from './book.ts'
import { entryFromJson, entryToJson } from './entry-json.ts'
import type { Delivered, Entry, PacketId, PeriodId } from './entry.ts'
import { applyEntry, BrokenInvariant, emptyBook } from './fold.ts'

const at = 1e12 as EpochMs
const id = (n: number) => `packet ${n}` as PacketId
const month = (n: number) => `2026-${String(n).padStart(2, '0')}` as PeriodId
const delivered = (amount: bigint): Delivered => ({
  amount: deliveredUnits(amount),
  asset: { code: 'EUR', scale: 9 },
})
const reserve = (n: number, amount: bigint, period = month(1)): Entry => ({
  kind: 'reserve',
  at,
  packet: id(n),
  period,
  amount: sourceUnits(amount),
  condition: `condition ${n}`,
  expiresAt: at,
  site: `https://site${n % 3}.example`,
  receiver: 'https://wallet.example/a',
})
const post = (n: number): Entry => ({ kind: 'post', at, packet: id(n), delivered: delivered(8n) })
const voided = (n: number): Entry => ({ kind: 'void', at, packet: id(n), code: 'F99' })
const doubt = (n: number): Entry => ({ kind: 'doubt', at, packet: id(n), why: 'no-answer' })
const limit = (units: bigint): Entry => ({ kind: 'limit', at, limit: sourceUnits(units) })
const period = (n: number): Entry => ({ kind: 'period', at, period: month(n) })

const fold = (...entries: Entry[]) => {
  const book = emptyBook()
  for (const entry of entries) applyEntry(book, entry)
  return book
}

describe('fold', () => {
  it('follows packets to their ends', () => {
    const book = fold(
      limit(100n),
      period(1),
      ...[1, 2, 3, 4].map((n) => reserve(n, 10n)),
      post(1),
      voided(2),
      doubt(3),
    )
    expect(totalsNow(book)).toEqual({ posted: 10n, reserved: 10n, inDoubt: 10n })
    expect(leftNow(book)).toBe(70n)
    expect(siteNow(book, 'https://site1.example')).toMatchObject({ posted: 10n, inDoubt: 0n })
    expect(siteNow(book, 'https://site0.example')).toMatchObject({ posted: 0n, inDoubt: 10n })
  })

  it('posts what was in doubt, and even what was voided, once its preimage is seen', () => {
    const book = fold(
      limit(100n),
      period(1),
      reserve(1, 60n),
      doubt(1),
      post(1),
      reserve(2, 40n),
      voided(2),
      reserve(3, 40n),
      post(2),
    )
    expect(totalsNow(book)).toEqual({ posted: 100n, reserved: 40n, inDoubt: 0n })
    expect(leftNow(book)).toBe(0n)
  })

  it('counts a packet in the period of its reservation, for ever', () => {
    const book = fold(limit(10n), period(1), reserve(1, 10n), doubt(1), period(2))
    expect(leftNow(book)).toBe(10n)
    applyEntry(book, post(1))
    expect(leftNow(book)).toBe(10n)
    expect(book.totals.get(month(1))?.posted).toBe(10n)
  })

  it('knows what a site may still have in the current period', () => {
    const site = 'https://site1.example'
    const cap = sourceUnits(30n)
    const book = fold(limit(100n), period(1), reserve(1, 10n), doubt(1), reserve(4, 8n), post(4))
    for (const entry of [reserve(7, 5n), reserve(2, 40n)]) applyEntry(book, entry)
    expect(siteNow(book, site)).toEqual({ posted: 8n, reserved: 5n, inDoubt: 10n })
    expect(leftFor(book, site, cap)).toBe(7n)
    expect(leftFor(book, site, null)).toBe(37n)
    expect(leftFor(book, site, sourceUnits(90n))).toBe(37n)
    expect(leftFor(book, site, sourceUnits(5n))).toBe(0n)
    applyEntry(book, { kind: 'carry', at, amount: sourceUnits(4n) })
    expect(leftFor(book, site, cap)).toBe(3n)
    for (const entry of [period(2), post(7), post(1)]) applyEntry(book, entry)
    expect(siteNow(book, site)).toEqual({ posted: 0n, reserved: 0n, inDoubt: 0n })
    expect(leftFor(book, site, cap)).toBe(30n)
  })

  it.each<[string, Entry[]]>([
    ['more than the budget', [reserve(1, 101n)]],
    ['more than is left', [reserve(1, 60n), doubt(1), reserve(2, 41n)]],
    ['a packet twice', [reserve(1, 1n), reserve(1, 1n)]],
    ['another period', [reserve(1, 1n, month(2))]],
    ['a period that goes back', [period(3), period(2)]],
    ['a post of nothing', [post(1)]],
    ['two posts', [reserve(1, 1n), post(1), post(1)]],
    ['a void after a post', [reserve(1, 1n), post(1), voided(1)]],
    ['a void of a doubt', [reserve(1, 1n), doubt(1), voided(1)]],
    ['a doubt after a void', [reserve(1, 1n), voided(1), doubt(1)]],
  ])('refuses %s, and stays as it was', (_what, entries) => {
    const book = fold(limit(100n), period(1), ...entries.slice(0, -1))
    const before = structuredClone(book)
    expect(() => fold(limit(100n), period(1), ...entries)).toThrow(BrokenInvariant)
    expect(() => applyEntry(book, entries.at(-1) as Entry)).toThrow(BrokenInvariant)
    expect(book).toEqual(before)
  })

  it('holds its invariants over random histories, and replays to the same book from JSON', () => {
    let taken = 0
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(fc.nat(20), fc.bigInt(1n, 40n)).map(([n, a]) => reserve(n, a)),
      },
      { weight: 3, arbitrary: fc.nat(20).map(post) },
      { weight: 2, arbitrary: fc.nat(20).map(voided) },
      { weight: 2, arbitrary: fc.nat(20).map(doubt) },
      { weight: 1, arbitrary: fc.bigInt(0n, 300n).map(limit) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }).map(period) },
    )
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 200 }), (steps) => {
        const book = fold(limit(100n), period(1))
        const lives: {
          packet: string
          site: string
          period: string
          amount: bigint
          state: string
        }[] = []
        const stored: unknown[] = [limit(100n), period(1)].map(entryToJson)
        for (const raw of steps) {
          const entry =
            raw.kind === 'reserve' && book.period ? { ...raw, period: book.period } : raw
          const left = leftNow(book)
          try {
            applyEntry(book, entry)
          } catch (error) {
            expect(error).toBeInstanceOf(BrokenInvariant)
            continue
          }
          taken += 1
          if (entry.kind === 'reserve') lives.push({ ...entry, state: 'reserve' })
          const life = lives.findLast((one) => 'packet' in entry && one.packet === entry.packet)
          if (life) life.state = entry.kind
          stored.push(entryToJson(entry))
          if (entry.kind === 'reserve') expect(entry.amount).toBeLessThanOrEqual(left)
          // I1 as far as it can hold: a budget may be lowered below what is spent, corrections may come.
          if (entry.kind === 'reserve' && book.limit !== null) {
            const { posted, reserved, inDoubt } = totalsNow(book)
            expect(posted + reserved + inDoubt).toBeLessThanOrEqual(book.limit)
          }
        }
        const reserved = [...book.totals.values()].reduce((all, one) => all + one.reserved, 0n)
        // Counted once more, packet by packet, for each site of the current period.
        for (const site of [0, 1, 2].map((n) => `https://site${n}.example`)) {
          const own = lives.filter((one) => one.site === site && one.period === book.period)
          const sumOf = (state: string): bigint =>
            own.reduce((all, one) => all + (one.state === state ? one.amount : 0n), 0n)
          expect(siteNow(book, site)).toEqual({
            posted: sumOf('post'),
            reserved: sumOf('reserve'),
            inDoubt: sumOf('doubt'),
          })
        }

        const open = [...book.packets.values()].filter(({ state }) => state === 'reserved')
        expect(open.reduce((all, { amount }) => all + amount, 0n)).toBe(reserved)

        const replayed = emptyBook()
        for (const json of JSON.parse(JSON.stringify(stored)) as unknown[]) {
          const entry = entryFromJson(json)
          if (!entry) throw new Error('an entry does not read back')
          applyEntry(replayed, entry)
        }
        expect(replayed).toEqual(book)
      }),
      { numRuns: 1000 },
    )
    expect(taken).toBeGreaterThan(30_000)
  })

  it('keeps what a capped site had this month under its name, and no other name that is deleted', () => {
    const book = emptyBook()
    const sites = ['https://capped.example', 'https://other.example']
    applyEntry(book, { kind: 'limit', at, limit: sourceUnits(100n) })
    applyEntry(book, { kind: 'period', at, period: month(1) })
    for (const [n, site] of sites.entries()) {
      for (const packet of [2 * n, 2 * n + 1])
        applyEntry(book, { ...reserve(packet, 5n), site } as Entry)
      applyEntry(book, { kind: 'post', at, packet: id(2 * n), delivered: null })
    }
    applyEntry(book, { kind: 'forget', at, site: '', keep: '', capped: sites[0]! })
    // Packets that were on their way when the names went count where the others do.
    for (const packet of [1, 3])
      applyEntry(book, { kind: 'post', at, packet: id(packet), delivered: null })
    expect([...book.sitesNow].map(([name, { posted }]) => [name, posted])).toEqual([
      [sites[0], 10n],
      [FORGOTTEN, 10n],
    ])
    expect(
      JSON.stringify([...book.packets.values()], (_, value: unknown) => String(value)),
    ).not.toContain('other')
  })

  it('reads nothing that is not whole', () => {
    const stored = entryToJson(reserve(1, 5n))
    expect(entryFromJson(stored)).toEqual(reserve(1, 5n))
    for (const key of Object.keys(stored)) {
      for (const wrong of [undefined, {}, '-1', 'x'.repeat(30)]) {
        const broken = { ...stored, [key]: wrong }
        const read = entryFromJson(broken)
        // Texts may hold anything; amounts, times and kinds may not.
        if (typeof wrong === 'string' && typeof stored[key] === 'string' && key !== 'amount')
          continue
        expect(read, `${key}: ${JSON.stringify(wrong)}`).toBeNull()
      }
    }
    for (const value of [null, 5, 'x', [], { kind: 'toString', at: 1 }, { kind: 'post' }]) {
      expect(entryFromJson(value)).toBeNull()
    }
  })
})
