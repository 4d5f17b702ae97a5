import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ExchangeRate } from '../money/exchange-rate.ts'
import { deliveredUnits, sourceUnits, type SourceUnits } from '../money/units.ts'
import type { MonoMs } from '../ports/clock.ts'
import { TICK_MS } from './pace.ts'
import { createPaces, type SiteCandidate } from './paces.ts'

const rate = (delivered: bigint, sent: bigint): ExchangeRate => ({
  delivered: deliveredUnits(delivered),
  sent: sourceUnits(sent),
})
/** 100 units a millisecond. */
const ALL = sourceUnits(360_000_000n)
const PLENTY = sourceUnits(10n ** 15n)
const USD9 = rate(1n, 1n)

/** The receivers' rates, and what each of three sites pays in a millisecond where it has a rate of its own. */
const RECEIVERS = [USD9, rate(1n, 10_000_000n), rate(8n, 10n), USD9, rate(5n, 10_000n), USD9]
const SITES = ['a', 'a', 'b', 'b', 'c', 'c']
const OWN: Record<string, bigint> = { a: 300n, b: 7n, c: 100n }

const candidate = (index: number, ownRate: SourceUnits | null, left = PLENTY): SiteCandidate => ({
  id: String(index),
  page: String(index),
  rate: RECEIVERS[index] ?? USD9,
  site: SITES[index] ?? '',
  ownRate,
  left,
})
const ownRate = (site: string): SourceUnits => sourceUnits((OWN[site] ?? 0n) * 3_600_000n)

it('pays a site with a rate of its own at that rate, and takes nothing for it from the others', () => {
  const paces = createPaces(-TICK_MS as MonoMs)
  const sums = new Map<string, bigint>()
  for (let now = 0; now <= 100 * TICK_MS; now += TICK_MS) {
    const all = [candidate(0, ownRate('a')), candidate(3, null), candidate(5, null)]
    for (const { id, amount } of paces.tick(now as MonoMs, ALL, all, [], PLENTY)) {
      sums.set(id, (sums.get(id) ?? 0n) + amount)
    }
  }
  // Its first tick is earned from when the rate was first heard of.
  expect(sums.get('0')).toBe(100n * 300_000n)
  expect([sums.get('3'), sums.get('5')]).toEqual([101n * 50_000n, 101n * 50_000n])
})

it('grants a site no more than it may still have, and all together no more than is left', () => {
  const paces = createPaces(-TICK_MS as MonoMs)
  const left = sourceUnits(30_000n)
  const all = [candidate(3, null, left), candidate(2, null, left), candidate(5, null)]
  const granted = paces.tick(0 as MonoMs, ALL, all, [], PLENTY)
  const of = (...ids: string[]) =>
    granted.reduce((sum, { id, amount }) => sum + (ids.includes(id) ? amount : 0n), 0n)
  expect(of('2', '3')).toBeGreaterThan(29_990n)
  expect(of('2', '3')).toBeLessThanOrEqual(30_000n)
  expect(of('5')).toBe(33_333n)
  const next = paces.tick(0 as MonoMs, ALL, [candidate(0, ownRate('a'))], [], PLENTY)
  expect(next).toEqual([])
  const both = [candidate(0, ownRate('a')), candidate(5, null)]
  const last = paces.tick(TICK_MS as MonoMs, ALL, both, [], sourceUnits(350_000n))
  expect(last.reduce((sum, { amount }) => sum + amount, 0n)).toBe(350_000n)
})

it('keeps every group to its rate over every window, whatever rules come and go', () => {
  const indexes = RECEIVERS.map((_, index) => index)
  const step = fc.record({
    ms: fc.oneof(fc.constant(1000), fc.integer({ min: 0, max: 5000 })),
    who: fc.subarray(indexes),
    waiting: fc.subarray(indexes),
    own: fc.subarray(Object.keys(OWN)),
  })
  const payments = new Map<string, number>()
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 200 }), (steps) => {
      const paces = createPaces(-TICK_MS as MonoMs)
      const held: { site: string; amount: SourceUnits }[] = []
      const paid = new Map<string, { at: number; amount: bigint }[]>()
      let now = 0
      for (const { ms, who, waiting, own } of steps) {
        now += ms
        const rules = (site: string) => (own.includes(site) ? ownRate(site) : null)
        const all = who.map((index) => candidate(index, rules(SITES[index] ?? '')))
        const waits = all.filter(({ id }) => waiting.includes(Number(id)))
        const free = all.filter((one) => !waits.includes(one))
        for (const { id, amount } of paces.tick(now as MonoMs, ALL, free, waits, PLENTY)) {
          held.push({ site: SITES[Number(id)] ?? '', amount })
        }
        // By the rules that hold when the packet leaves, as the meter asks.
        for (const one of held.splice(0)) {
          const isOwn = own.includes(one.site)
          if (paces.toll(now as MonoMs, one.site, isOwn, one.amount) > 0) {
            held.push(one)
            continue
          }
          const group = isOwn ? one.site : 'all'
          payments.set(group, (payments.get(group) ?? 0) + 1)
          paid.set(group, [...(paid.get(group) ?? []), { at: now, amount: one.amount }])
        }
      }
      for (const [group, list] of paid) {
        const perMs = OWN[group] ?? 100n
        for (const [index, first] of list.entries()) {
          let inWindow = 0n
          for (const { at, amount } of list.slice(index)) {
            inWindow += amount
            const most = BigInt(at - first.at) * perMs + 10_000_000n
            expect(inWindow, group).toBeLessThanOrEqual(most)
          }
        }
      }
    }),
    { numRuns: 100 },
  )
  for (const group of ['all', 'a', 'b', 'c'])
    expect(payments.get(group), group).toBeGreaterThan(200)
})
