import { deliveredFor, leastFor, type ExchangeRate } from '../money/exchange-rate.ts'
import { deliveredUnits, sourceUnits, type SourceUnits } from '../money/units.ts'
import type { MonoMs } from '../ports/clock.ts'
import { createBucket } from './bucket.ts'

/** The rhythm of payments. */
export const TICK_MS = 1_000

const HOUR_MS = 3_600_000n
const TICK = BigInt(TICK_MS)

/** A session that could be paid now. */
export interface Candidate {
  readonly id: string
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

/**
 * One rate for everything together. Over any window: paid <= rate x time + max(one tick, one receiver unit).
 *
 * Credit is counted in unit-milliseconds an hour (units x 3,600,000), so that nothing is lost to rounding.
 * It grows with monotonic time and is shared equally by the sessions that can be paid. Receivers whose
 * smallest unit is worth more than their share of a tick ("coarse") save up one after the other, not side by
 * side: ten wallets that count in cents must not all be paid in the same second.
 */
export interface Pace {
  /**
   * To be called about each tick, and whenever a session becomes payable.
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

/** `since`: time since the last payment before this start; credit for at most one tick is taken over. */
export const createPace = (since: number): Pace => {
  const credits = new Map<string, bigint>()
  const coarsePaid = new Map<string, bigint>()
  let saver: string | null = null
  let pool = 0n
  let last: MonoMs | null = null
  let lastGrant: MonoMs | null = null
  const bucket = createBucket(since)

  const total = (): bigint => [...credits.values()].reduce((sum, credit) => sum + credit, pool)

  const giveBack = (id: string): void => {
    pool += credits.get(id) ?? 0n
    credits.delete(id)
    coarsePaid.delete(id)
    if (saver === id) saver = null
  }

  /** Says whether there was no room for more credit. */
  const accrue = (now: MonoMs, ratePerHour: bigint, largestUnit: bigint): boolean => {
    const passed = last === null ? Math.min(since, TICK_MS) : Math.min(now - last, 2 * TICK_MS)
    last = now
    const tick = ratePerHour * TICK
    const unit = largestUnit * HOUR_MS
    const most = unit > tick ? unit : 2n * tick
    const room = most - total()
    const earned = ratePerHour * BigInt(Math.max(0, Math.floor(passed)))
    if (room > 0n) pool += earned < room ? earned : room
    return earned >= room
  }

  const nextSaver = (coarse: readonly Candidate[]): string | null => {
    if (saver !== null && coarse.some(({ id }) => id === saver)) return saver
    const paid = ({ id }: Candidate): bigint => coarsePaid.get(id) ?? 0n
    const first = coarse.reduce<Candidate | null>(
      (least, one) => (least === null || paid(one) < paid(least) ? one : least),
      null,
    )
    // A newcomer starts level with the others, or it would be alone until it had caught up.
    const level = first ? paid(first) : 0n
    for (const { id } of coarse) if (!coarsePaid.has(id)) coarsePaid.set(id, level)
    return first?.id ?? null
  }

  const share = (fine: readonly Candidate[], coarse: readonly Candidate[], full: boolean): void => {
    const count = BigInt(fine.length + coarse.length)
    if (count === 0n) return
    const each = pool / count
    const add = (id: string, amount: bigint): void => {
      credits.set(id, (credits.get(id) ?? 0n) + amount)
      pool -= amount
    }
    saver = nextSaver(coarse)
    if (full && saver !== null) {
      // Fractions of units that the others hold must not keep the saver from its whole one for ever.
      for (const { id } of fine) giveBack(id)
      return add(saver, pool)
    }
    for (const { id } of fine) add(id, each)
    if (saver !== null) add(saver, each * BigInt(coarse.length))
  }

  return {
    tick(now, ratePerHour, candidates, waiting, left) {
      const present = new Set(candidates.map(({ id }) => id))
      for (const id of [...credits.keys()]) {
        if (!present.has(id) && !waiting.has(id)) giveBack(id)
      }
      const units = new Map(candidates.map(({ id, rate }) => [id, receiverUnit(rate)]))
      const payable = candidates.filter(({ id }) => units.get(id) !== null)
      const unitOf = ({ id }: Candidate): bigint => units.get(id) ?? 0n
      const largest = payable.reduce((most, one) => (unitOf(one) > most ? unitOf(one) : most), 0n)
      const full = accrue(now, ratePerHour, largest)
      const tick = ratePerHour * TICK
      if (lastGrant !== null && now - lastGrant < TICK_MS) return []

      const isCoarse = (one: Candidate): boolean =>
        unitOf(one) * HOUR_MS * BigInt(payable.length) > tick
      const coarse = payable.filter(isCoarse)
      share(
        payable.filter((one) => !isCoarse(one)),
        coarse,
        full,
      )
      let room = tick / HOUR_MS > largest ? tick / HOUR_MS : largest
      bucket.set(now, ratePerHour, room)
      if (left < room) room = left
      const grants: Grant[] = []
      // The saver first: what is left of this tick's room goes to the others, or waits for the next tick.
      const order = [...payable].sort((a, b) => Number(b.id === saver) - Number(a.id === saver))
      for (const { id, rate } of order) {
        const credit = (credits.get(id) ?? 0n) / HOUR_MS
        const spendable = sourceUnits(credit < room ? credit : room)
        const amount = leastFor(rate, deliveredFor(rate, spendable)) ?? 0n
        if (amount === 0n) continue
        credits.set(id, (credits.get(id) ?? 0n) - amount * HOUR_MS)
        room -= amount
        grants.push({ id, amount: sourceUnits(amount) })
        if (id === saver) {
          coarsePaid.set(id, (coarsePaid.get(id) ?? 0n) + amount)
          // What it did not need goes round again, so that the next one in turn can save.
          pool += credits.get(id) ?? 0n
          credits.delete(id)
          saver = null
        }
      }
      if (grants.length > 0) lastGrant = now
      return grants
    },
    toll: (now, amount) => bucket.take(now, amount),
  }
}
