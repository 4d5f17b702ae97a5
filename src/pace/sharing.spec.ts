import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExchangeRate } from '../money/exchange-rate.ts'
import { deliveredUnits, sourceUnits, type SourceUnits } from '../money/units.ts'
import type { MonoMs } from '../ports/clock.ts'
import { createPace, TICK_MS, type Candidate } from './pace.ts'

const rate = (delivered: bigint, sent: bigint): ExchangeRate => ({
  delivered: deliveredUnits(delivered),
  sent: sourceUnits(sent),
})
const usd9 = rate(1n, 1n)
const usd2 = rate(1n, 10_000_000n)
const CENT = 10_000_000n
/** A cent in 100 ticks. */
const PER_HOUR = sourceUnits(360_000_000n)
const TICK = 100_000n
const PLENTY = sourceUnits(10n ** 15n)
const NOBODY = new Set<string>()

/** What each tag and each page got; `at` says which tags ask to be paid at each tick. */
const run = (
  ticks: number,
  at: (tick: number) => readonly Candidate[],
  beatMs = TICK_MS,
  rateAt: (tick: number) => SourceUnits = () => PER_HOUR,
) => {
  const pace = createPace(-TICK_MS as MonoMs)
  const tags = new Map<string, bigint>()
  const pages = new Map<string, bigint>()
  for (let tick = 0; tick < ticks; tick++) {
    const asking = at(tick)
    const now = (tick * beatMs) as MonoMs
    for (const { id, amount } of pace.tick(now, rateAt(tick), asking, NOBODY, PLENTY)) {
      const page = asking.find((one) => one.id === id)?.page ?? ''
      tags.set(id, (tags.get(id) ?? 0n) + amount)
      pages.set(page, (pages.get(page) ?? 0n) + amount)
    }
  }
  return {
    tag: (id: string): bigint => tags.get(id) ?? 0n,
    page: (name: string): bigint => pages.get(name) ?? 0n,
  }
}
const tagsOn = (page: string, rates: readonly ExchangeRate[]): Candidate[] =>
  rates.map((one, index) => ({ id: `${page}${index}`, page, rate: one }))
const many = (count: number, one: ExchangeRate) => new Array<ExchangeRate>(count).fill(one)
const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)

describe('the one rate', () => {
  it('is halved between a page with five tags and a page with one', () => {
    const asking = [...tagsOn('five', many(5, usd9)), ...tagsOn('one', [usd9])]
    const paid = run(10, () => asking)
    expect(paid.page('one')).toBe(500_000n)
    for (let index = 0; index < 5; index++) expect(paid.tag(`five${index}`)).toBe(100_000n)
  })

  it('is shared with whoever comes after it was lowered: what was saved before is no claim', () => {
    for (const one of [usd9, usd2]) {
      const slow = 5
      // A page that asks only now and then leaves credit behind.
      const asking = (tick: number): readonly Candidate[] =>
        tick < slow ? (tick % 2 === 0 ? tagsOn('first', [one]) : []) : tagsOn('later', [usd9])
      const both = (tick: number) => [
        ...asking(tick),
        ...(tick > slow ? tagsOn('last', [usd9]) : []),
      ]
      const rateAt = (tick: number) => (tick < slow ? sourceUnits(120n * PER_HOUR) : PER_HOUR)
      const paid = run(slow + 20, both, TICK_MS, rateAt)
      expect(paid.page('last')).toBeGreaterThan((TICK * 8n) / 2n)
    }
  })

  it('is shared by pages, and each part by tags, with one unit to spare for each', () => {
    const layout = fc.array(fc.integer({ min: 1, max: 32 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(layout, fc.integer({ min: 1, max: 40 }), (counts, ticks) => {
        const asking = counts.flatMap((count, page) => tagsOn(`${page}/`, many(count, usd9)))
        const paid = run(ticks, () => asking)
        const spare = counts.reduce((all, count) => all + BigInt(count), 1n)
        const part = (TICK * BigInt(ticks)) / BigInt(counts.length)
        for (const [page, count] of counts.entries()) {
          const each = part / BigInt(count)
          for (let index = 0; index < count; index++) {
            const got = paid.tag(`${page}/${index}`)
            expect(distance(got, each)).toBeLessThanOrEqual(spare)
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['fine tags', many(32, usd9)],
    ['tags that count in cents', many(32, usd2)],
    ['some of each', [...many(8, usd9), ...many(8, usd2)]],
  ])('gives a page nothing more for many %s', (_, rates) => {
    for (const beside of [usd9, usd2]) {
      const ticks = 4_000
      const asking = [...tagsOn('many', rates), ...tagsOn('one', [beside])]
      const paid = run(ticks, () => asking)
      const half = (TICK * BigInt(ticks)) / 2n
      expect(distance(paid.page('many'), half)).toBeLessThanOrEqual(2n * CENT)
      expect(distance(paid.page('one'), half)).toBeLessThanOrEqual(2n * CENT)
    }
  })

  it.each([1_005, 1_050, 1_300])('leaves nobody out where beats of %d ms come late', (beatMs) => {
    const asking = [...tagsOn('one', [usd9]), ...tagsOn('many', many(31, usd9))]
    const paid = run(10, () => asking, beatMs)
    const half = 5n * TICK
    expect(distance(paid.page('one'), half)).toBeLessThanOrEqual(TICK)
    for (let index = 0; index < 31; index++) {
      expect(paid.tag(`many${index}`)).toBeGreaterThanOrEqual((half / 31n / 10n) * 8n)
    }
  })

  it('lets the tags of a page take turns where they count in cents', () => {
    const paid = run(1_201, () => [...tagsOn('a', many(3, usd2)), ...tagsOn('b', [usd2])])
    expect(['a0', 'a1', 'a2'].map(paid.tag)).toEqual([2n * CENT, 2n * CENT, 2n * CENT])
    expect(paid.tag('b0')).toBe(6n * CENT)
  })

  it.each([
    ['brings a new tag each second', (tick: number) => [`b${tick}`]],
    ['is away two seconds of seven', (tick: number) => (tick % 7 < 2 ? [] : ['b'])],
    [
      'reloads once in a while',
      (tick: number) => (tick % 60 < 2 ? [] : [`b${tick - (tick % 60)}`]),
    ],
  ])('gives the same to a page that stays and to one that %s', (_, ids) => {
    const paid = run(6_000, (tick) => [
      ...ids(tick).map((id): Candidate => ({ id, page: 'moving', rate: usd2 })),
      ...tagsOn('staying', [usd2]),
    ])
    expect(distance(paid.page('moving'), paid.page('staying'))).toBeLessThanOrEqual(2n * CENT)
    expect(paid.page('moving') + paid.page('staying')).toBeGreaterThan(58n * CENT)
  })

  it('saves up no turns for a page that was away', () => {
    const beside = tagsOn('staying', [usd2])
    const away = tagsOn('away', [usd2])
    const both = [...beside, ...away]
    const before = run(201, () => both)
    const paid = run(2_401, (tick) => (tick <= 200 || tick > 2_000 ? both : beside))
    expect(before.page('away')).toBe(CENT)
    // Four cents come after its return: its half of them, and the turn that it was behind.
    expect(paid.page('away') - before.page('away')).toBeLessThanOrEqual(3n * CENT)
    expect(paid.page('away') - before.page('away')).toBeGreaterThanOrEqual(2n * CENT)
  })
})
