import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExchangeRate } from '../money/exchange-rate.ts'
import { deliveredUnits, sourceUnits } from '../money/units.ts'
import type { MonoMs } from '../ports/clock.ts'
import { createPace, receiverUnit, TICK_MS, type Candidate } from './pace.ts'

const rate = (delivered: bigint, sent: bigint): ExchangeRate => ({
  delivered: deliveredUnits(delivered),
  sent: sourceUnits(sent),
})
/** 0.36 USD an hour at scale 9: 100,000 units a second. */
const DEFAULT = sourceUnits(360_000_000n)
const PLENTY = sourceUnits(10n ** 15n)
const NOBODY = new Set<string>()
const usd9 = rate(1n, 1n)
const usd2 = rate(1n, 10_000_000n)
/** A tag on a page of its own, unless it says which. */
const tag = (id: string, rate: ExchangeRate, page = id): Candidate => ({ id, page, rate })

const run = (
  ticks: readonly number[],
  candidates: readonly Candidate[],
  ratePerHour = DEFAULT,
  left = PLENTY,
) => {
  const pace = createPace(-TICK_MS as MonoMs)
  const paid: { at: number; id: string; amount: bigint }[] = []
  let now = 1_000_000
  for (const ms of ticks) {
    now += ms
    for (const { id, amount } of pace.tick(now as MonoMs, ratePerHour, candidates, NOBODY, left)) {
      paid.push({ at: now, id, amount })
    }
  }
  return paid
}
const seconds = (n: number): number[] => new Array<number>(n).fill(TICK_MS)
const sum = (paid: { amount: bigint }[]) => paid.reduce((all, { amount }) => all + amount, 0n)

describe('pace', () => {
  it('pays at once, then once a tick, at the rate', () => {
    const paid = run(seconds(11), [tag('a', usd9)])
    expect(paid.map(({ amount }) => amount)).toEqual(new Array(11).fill(100_000n))
  })

  it('pays a wallet that counts in cents one whole cent each 100 s', () => {
    const paid = run(seconds(1001), [tag('a', usd2)])
    expect(paid.map(({ amount }) => amount)).toEqual(new Array(10).fill(10_000_000n))
    expect((paid[1]?.at ?? 0) - (paid[0]?.at ?? 0)).toBe(100 * TICK_MS)
  })

  it('shares the one rate between fine and coarse receivers by value', () => {
    const candidates = [
      tag('cents', usd2),
      tag('more cents', usd2),
      tag('fine', usd9),
      tag('other', rate(8n, 10n)),
    ]
    const paid = run(seconds(4001), candidates)
    const of = (id: string) => sum(paid.filter((one) => one.id === id))
    expect(sum(paid)).toBeLessThanOrEqual(400_100_000n)
    expect(sum(paid)).toBeGreaterThan(385_000_000n)
    for (const { id } of candidates) expect(of(id)).toBeGreaterThanOrEqual(90_000_000n)
  })

  it.each([
    [1000, 36n],
    [1005, 36n],
    [1050, 36n],
    [1005, 40n],
    [1050, 54n],
    [1005, 72n],
    [1020, 10n],
  ])('starves nobody, though beats of %d ms come late, at %d USD an hour', (ms, usd) => {
    const candidates = [tag('cents', usd2), tag('fine', rate(2n, 1000n))]
    const beats = new Array<number>(1200).fill(ms)
    const paid = run(beats, candidates, sourceUnits(usd * 10n ** 9n))
    const of = (id: string) => Number(sum(paid.filter((one) => one.id === id)))
    expect(of('cents') / of('fine')).toBeGreaterThan(0.85)
    expect(of('cents') / of('fine')).toBeLessThan(1.18)
  })

  it('does not make up for a long sleep', () => {
    const paid = run([0, 1000, 8 * 3_600_000, 1000, 1000], [tag('a', usd9)])
    expect(sum(paid)).toBeLessThanOrEqual(600_000n)
  })

  it('never grants more than is left', () => {
    expect(run(seconds(50), [tag('a', usd9)], DEFAULT, sourceUnits(70_000n))[0]).toMatchObject({
      amount: 70_000n,
    })
    expect(run(seconds(300), [tag('a', usd2)], DEFAULT, sourceUnits(9_999_999n))).toEqual([])
  })

  it('begins with what has passed since the start, at most one tick', () => {
    const first = (since: number) =>
      createPace((5 - since) as MonoMs).tick(
        5 as MonoMs,
        DEFAULT,
        [tag('a', usd9)],
        NOBODY,
        PLENTY,
      )[0]?.amount
    expect(first(1e9)).toBe(100_000n)
    expect(first(250)).toBe(25_000n)
    expect(first(0)).toBeUndefined()
    expect(first(-5)).toBeUndefined()
  })

  it('lets whoever comes between two ticks have what there is for it at once, and nobody else', () => {
    const pace = createPace(-TICK_MS as MonoMs)
    const at = (now: number, ...candidates: Candidate[]) =>
      pace
        .tick(now as MonoMs, DEFAULT, candidates, NOBODY, PLENTY)
        .map(({ id, amount }) => `${id} ${amount}`)
    const [before, next, cents] = [tag('before', usd9), tag('next', usd9), tag('cents', usd2)]
    expect(at(0, before)).toEqual(['before 100000'])
    expect(at(300, before)).toEqual([])
    expect(at(300, next)).toEqual(['next 30000'])
    expect(at(500, next, cents)).toEqual([])
    // The beat stays what it was.
    expect(at(1_000, next)).toEqual(['next 70000'])
    expect(at(1_400, next, before)).toEqual(['before 20000'])
    expect(at(2_000, next, before)).toEqual(['next 50000', 'before 30000'])
  })

  it('lets whoever comes between two ticks have no more than may leave at once', () => {
    const pace = createPace(-TICK_MS as MonoMs)
    const pay = (now: number, id: string): string[] =>
      pace
        .tick(now as MonoMs, DEFAULT, [tag(id, usd9)], NOBODY, PLENTY)
        .map(({ amount }) => `${amount} after ${pace.toll(now as MonoMs, amount)} ms`)
    expect(pay(0, 'before')).toEqual(['100000 after 0 ms'])
    // Two ticks are credited, of which one may leave.
    expect(pay(5_000, 'before')).toEqual(['100000 after 0 ms'])
    expect(pay(5_300, 'next')).toEqual(['30000 after 0 ms'])
  })

  it('keeps to the rate where new ones come all the time', () => {
    const pace = createPace(-TICK_MS as MonoMs)
    let sum = 0n
    for (let now = 0; now <= 10_000; now += 10)
      for (const { amount } of pace.tick(
        now as MonoMs,
        DEFAULT,
        [tag(`tag ${now}`, usd9, 'page')],
        NOBODY,
        PLENTY,
      ))
        if (pace.toll(now as MonoMs, amount) === 0) sum += amount
    expect(sum).toBe(11n * 100_000n)
  })

  /** Runs the pace with its toll, as the meter does; gives what passed, and when. */
  const passed = (
    steps: readonly { ms: number; who: readonly number[]; waiting: readonly number[] }[],
    receivers: readonly ExchangeRate[],
    pages: readonly string[] = [],
  ) => {
    const pace = createPace(-TICK_MS as MonoMs)
    const held: bigint[] = []
    const paid: { at: number; amount: bigint }[] = []
    let now = 0
    for (const { ms, who, waiting } of steps) {
      now += ms
      const candidates = who
        .filter((index) => !waiting.includes(index))
        .map((index) => tag(String(index), receivers[index] ?? usd9, pages[index]))
      const busy = new Set(waiting.map(String))
      for (const { amount } of pace.tick(now as MonoMs, DEFAULT, candidates, busy, PLENTY)) {
        held.push(amount)
      }
      while (held[0] !== undefined && pace.toll(now as MonoMs, sourceUnits(held[0])) === 0) {
        paid.push({ at: now, amount: held.shift() ?? 0n })
      }
    }
    return paid
  }
  const expectWithinRate = (paid: readonly { at: number; amount: bigint }[], burst: bigint) => {
    for (const [index, first] of paid.entries()) {
      let inWindow = 0n
      for (const { at, amount } of paid.slice(index)) {
        inWindow += amount
        expect(inWindow).toBeLessThanOrEqual(BigInt(at - first.at) * 100n + burst)
      }
    }
  }
  const stepsOf = (count: number) =>
    fc.array(
      fc.record({
        ms: fc.oneof(fc.constant(1000), fc.integer({ min: 0, max: 5000 })),
        who: fc.subarray(Array.from({ length: count }, (_, index) => index)),
        waiting: fc.subarray(Array.from({ length: count }, (_, index) => index)),
      }),
      { minLength: 20, maxLength: 300 },
    )

  it('keeps to the rate over every window, whatever comes and goes', () => {
    const receivers = [
      usd9,
      usd2,
      rate(8n, 10n),
      rate(5n, 10_000n),
      rate(1n, 130_000n),
      rate(0n, 10n),
    ]
    let payments = 0
    fc.assert(
      fc.property(stepsOf(receivers.length), (steps) => {
        const paid = passed(steps, receivers, ['a', 'b', 'b', 'c', 'b', 'a'])
        payments += paid.length
        expectWithinRate(paid, 10_000_000n) // one cent: the largest receiver unit, more than one tick
      }),
      { numRuns: 100 },
    )
    expect(payments).toBeGreaterThan(1_000)
  })

  it('keeps to the rate plus one tick where all receivers are fine', () => {
    let payments = 0
    fc.assert(
      fc.property(stepsOf(2), (steps) => {
        const paid = passed(steps, [usd9, rate(8n, 10n)])
        payments += paid.length
        expectWithinRate(paid, 100_000n)
      }),
      { numRuns: 100 },
    )
    expect(payments).toBeGreaterThan(500)
  })

  it('knows no unit where nothing arrives', () => {
    expect(receiverUnit(rate(0n, 10n))).toBeNull()
    expect(run(seconds(100), [tag('a', rate(0n, 10n))])).toEqual([])
  })
})
