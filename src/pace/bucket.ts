import type { MonoMs } from '../ports/clock.ts'

const HOUR_MS = 3_600_000n

/** A token bucket: whatever is taken out of it over any window is at most rate x time + its size. */
export interface Bucket {
  /** From now on it fills at this rate, up to this size. Before the first call nothing can be taken. */
  set(now: MonoMs, ratePerHour: bigint, size: bigint): void
  /** 0: taken. Otherwise the milliseconds until there is enough. */
  take(now: MonoMs, amount: bigint): number
  /** What could be taken at once, in whole units; never below 0. */
  level(now: MonoMs): bigint
}

/** `start`: since when it has been filling when it is first set; null: it is full then. */
export const createBucket = (start: MonoMs | null): Bucket => {
  /** In unit-milliseconds an hour. */
  let level = 0n
  let rate = 0n
  let size = 0n
  let last: MonoMs | null = null

  const fill = (now: MonoMs): void => {
    const passed = last === null ? 0 : Math.max(0, Math.floor(now - last))
    // What the rounding left out counts the next time.
    if (last !== null) last = (last + passed) as MonoMs
    level += rate * BigInt(Math.min(passed, 1e9))
    if (level > size) level = size
  }
  return {
    set(now, ratePerHour, units) {
      if (last === null) {
        last = now
        level =
          start === null
            ? units * HOUR_MS
            : ratePerHour * BigInt(Math.floor(Math.max(0, Math.min(now - start, 1e9))))
      } else fill(now)
      rate = ratePerHour
      size = units * HOUR_MS
      if (level > size) level = size
    },
    level(now) {
      fill(now)
      return level > 0n ? level / HOUR_MS : 0n
    },
    take(now, amount) {
      fill(now)
      const wanted = amount * HOUR_MS
      // A grant from when the size was larger is let out once the bucket is full.
      const enough = wanted < size ? wanted : size
      if (level >= enough) {
        level -= wanted
        return 0
      }
      return rate === 0n ? Infinity : Number((enough - level + rate - 1n) / rate)
    },
  }
}
