import type { MonoMs } from '../ports/clock.ts'

/** So many at once, and from then on one more each `refillMs`. */
export interface Allowance {
  /** 0: one may go now. Otherwise the milliseconds until then. */
  wait(now: MonoMs): number
  take(now: MonoMs): void
  /** Nothing of it is used up: it need not be remembered. */
  isFull(now: MonoMs): boolean
}

export const createAllowance = (burst: number, refillMs: number): Allowance => {
  /** When it is full again, if nothing more is taken. */
  let fullAt = -Infinity
  return {
    wait: (now) => Math.max(0, fullAt - now - (burst - 1) * refillMs),
    take(now) {
      fullAt = Math.max(fullAt, now) + refillMs
    },
    isFull: (now) => fullAt <= now,
  }
}
