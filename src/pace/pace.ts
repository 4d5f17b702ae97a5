import { deliveredFor, leastFor, type ExchangeRate } from '../money/exchange-rate.ts'
import { deliveredUnits, sourceUnits, type SourceUnits } from '../money/units.ts'
import type { MonoMs } from '../ports/clock.ts'
import { createBucket } from './bucket.ts'
import { createTurns } from './turns.ts'

/** The rhythm of payments. */
export const TICK_MS = 1_000

const HOUR_MS = 3_600_000n
const TICK = BigInt(TICK_MS)

/** A session that could be paid now. */
export interface Candidate {
  readonly id: string
  /** Whose part of the rate it takes: what a person sees as one page, whatever its frames and tags. */
  readonly page: string
  /** So that each packet delivers a whole number of the receiver's units, and at least one. */
  readonly rate: ExchangeRate
}

export interface Grant {
  readonly id: string
  readonly amount: SourceUnits
}

/** The least that delivers one unit of the receiver's asset; null where nothing ever arrives. */
export const receiverUnit = (rate: ExchangeRate): SourceUnits | null =>
  leastFor(rate, deliveredUnits(1n))

const countPages = (candidates: readonly Candidate[]): ReadonlyMap<string, bigint> => {
  const counts = new Map<string, bigint>()
  for (const { page } of candidates) counts.set(page, (counts.get(page) ?? 0n) + 1n)
  return counts
}

const byNeed = (fine: readonly Candidate[], need: (one: Candidate) => bigint): Candidate[] =>
  fine
    .map((one) => ({ one, need: need(one) }))
    .sort((a, b) => (a.need < b.need ? 1 : a.need > b.need ? -1 : 0))
    .map(({ one }) => one)

/**
 * One rate for everything together. Over any window: paid <= rate x time + max(one tick, one receiver unit).
 *
 * Credit is counted in unit-milliseconds an hour (units x 3,600,000), so that nothing is lost to rounding.
 * It grows with monotonic time and is shared equally by the pages that can be paid, and each page's part by its
 * tags: a page does not earn more by having more of them. Receivers whose smallest unit is worth more than their
 * share of a tick ("coarse") save up in one pot and are paid out of it in turn, whoever got least first: ten
 * wallets that count in cents must not all be paid in the same second.
 */
export interface Pace {
  /**
   * To be called about each tick, and whenever a session becomes payable: one that was granted nothing yet gets at once
   * what there is for it, if its units are fine, and does not wait for the next tick.
   * `left` is what the journal could still reserve. Sessions of which a grant is still on its way are in
   * `waiting`: they keep their credit and get no more.
   */
  tick(
    now: MonoMs,
    ratePerHour: SourceUnits,
    candidates: readonly Candidate[],
    waiting: ReadonlySet<string>,
    left: SourceUnits,
  ): readonly Grant[]
  /**
   * Asked right before a packet is reserved: grants can be held up on their way and then meet later ones.
   * 0: it may leave now, and is counted. Otherwise the milliseconds after which to ask again.
   */
  toll(now: MonoMs, amount: SourceUnits): number
}

/**
 * `start`: when this wallet started, if it has paid before. Credit grows from then on: how long it had been stopped
 * only the wall clock could tell, and each start with a clock set forward would earn a tick. Null: a first tick is due.
 */
export const createPace = (start: MonoMs | null): Pace => {
  const credits = new Map<string, bigint>()
  const turns = createTurns()
  /** Those that were granted something. */
  const known = new Set<string>()
  let pot = 0n
  let pool = 0n
  let last: MonoMs | null = null
  let lastGrant: MonoMs | null = null
  const bucket = createBucket(start)

  const total = (): bigint =>
    [...credits.values()].reduce((sum, credit) => sum + credit, pool + pot)

  const giveBack = (id: string): void => {
    pool += credits.get(id) ?? 0n
    credits.delete(id)
  }

  /** What was saved at a higher rate: whoever holds it would be paid before all others until it is used up. */
  const trim = (most: bigint): void => {
    const held = total()
    if (held <= most) return
    for (const [id, credit] of credits) credits.set(id, (credit * most) / held)
    pot = (pot * most) / held
    pool = (pool * most) / held
  }

  /** Two ticks beside what is being saved: sleep and stalls are not made up for. */
  const accrue = (now: MonoMs, ratePerHour: bigint, largestUnit: bigint): void => {
    const passed =
      last !== null
        ? Math.min(now - last, 2 * TICK_MS)
        : start !== null
          ? Math.min(now - start, TICK_MS)
          : TICK_MS
    last = now
    const most = 2n * ratePerHour * TICK + largestUnit * HOUR_MS
    trim(most)
    const room = most - total()
    const earned = ratePerHour * BigInt(Math.max(0, Math.floor(passed)))
    if (room > 0n) pool += earned < room ? earned : room
  }

  const share = (
    fine: readonly Candidate[],
    coarse: readonly Candidate[],
    parts: (one: Candidate) => bigint,
  ): void => {
    for (const { id } of coarse) giveBack(id)
    if (coarse.length === 0) {
      pool += pot
      pot = 0n
    }
    const all = pool
    for (const one of fine) {
      credits.set(one.id, (credits.get(one.id) ?? 0n) + all / parts(one))
      pool -= all / parts(one)
    }
    for (const one of coarse) {
      pot += all / parts(one)
      pool -= all / parts(one)
    }
  }

  return {
    tick(now, ratePerHour, candidates, waiting, left) {
      const present = new Set(candidates.map(({ id }) => id))
      const stays = (id: string): boolean => present.has(id) || waiting.has(id)
      for (const id of [...credits.keys()]) if (!stays(id)) giveBack(id)
      for (const id of [...known]) if (!stays(id)) known.delete(id)
      turns.forget(stays)

      const units = new Map(candidates.map(({ id, rate }) => [id, receiverUnit(rate)]))
      const payable = candidates.filter(({ id }) => units.get(id) !== null)
      const unitOf = ({ id }: Candidate): bigint => units.get(id) ?? 0n
      const largest = payable.reduce((most, one) => (unitOf(one) > most ? unitOf(one) : most), 0n)
      accrue(now, ratePerHour, largest)
      const tick = ratePerHour * TICK
      const tagsOf = countPages(payable)
      /** Into so many parts the rate is cut for one like this. */
      const parts = ({ page }: Candidate): bigint => BigInt(tagsOf.size) * (tagsOf.get(page) ?? 1n)
      const isCoarse = (one: Candidate): boolean => unitOf(one) * HOUR_MS * parts(one) > tick
      const coarse = payable.filter(isCoarse)
      const fine = payable.filter((one) => !isCoarse(one))
      const early = lastGrant !== null && now - lastGrant < TICK_MS
      const due = early ? fine.filter(({ id }) => !known.has(id)) : fine
      if (early && due.length === 0) return []
      share(fine, coarse, parts)

      let room = tick / HOUR_MS > largest ? tick / HOUR_MS : largest
      bucket.set(now, ratePerHour, room)
      if (left < room) room = left
      // There may be more credit than may leave by now: who came early would wait for all of it.
      const there = bucket.level(now)
      if (early && there < room) room = sourceUnits(there)
      const grants: Grant[] = []
      /** As much of this credit as delivers whole units; what it cost. */
      const grant = ({ id, rate }: Candidate, credit: bigint): bigint => {
        const units = credit / HOUR_MS
        const spendable = sourceUnits(units < room ? units : room)
        const amount = leastFor(rate, deliveredFor(rate, spendable)) ?? 0n
        if (amount === 0n) return 0n
        room -= amount
        known.add(id)
        grants.push({ id, amount: sourceUnits(amount) })
        return amount
      }
      // Who saved up goes first: what is left of this tick's room goes to the others, or waits.
      const waitersOf = countPages(coarse)
      const waiters = coarse.map((one) => ({
        ...one,
        unit: unitOf(one),
        tags: tagsOf.get(one.page) ?? 1n,
        waiters: waitersOf.get(one.page) ?? 1n,
      }))
      const turn = early ? null : turns.next(waiters)
      if (turn) {
        const paid = grant(turn, pot)
        pot -= paid * HOUR_MS
        turns.paid(turn, paid)
      }
      // Beats come late, so there is more credit than room: who was left out the last time goes first.
      for (const one of byNeed(due, (one) => (credits.get(one.id) ?? 0n) * parts(one))) {
        const credit = credits.get(one.id) ?? 0n
        credits.set(one.id, credit - grant(one, credit) * HOUR_MS)
      }
      if (grants.length > 0 && !early) lastGrant = now
      return grants
    },
    toll: (now, amount) => bucket.take(now, amount),
  }
}
