/** All chance of one history: the same seed gives the same numbers in the same order. */
export interface Chance {
  /** 0 <= x < 1 */
  next(): number
  /** low <= n <= high, whole. */
  between(low: number, high: number): number
  happens(probability: number): boolean
  pick<T>(choices: readonly T[]): T
  bytes(length: number): Buffer
}

/** mulberry32: small, and good enough to choose faults by. */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    happens: (probability) => next() < probability,
    pick(choices) {
      const choice = choices[between(0, choices.length - 1)]
      if (choice === undefined) throw new Error('nothing to pick from')
      return choice
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => between(0, 255))),
  }
}
