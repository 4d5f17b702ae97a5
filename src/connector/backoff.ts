import type { RandomBytes } from '../ports/random.ts'

const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * How long to wait before try number `failures + 1`: 1, 2, 4 … 60 s, each shortened by up to a quarter by
 * chance, so that many wallets do not come back in step.
 */
export const backoffMs = (failures: number, random: RandomBytes): number => {
  const full = Math.min(FIRST_MS * 2 ** Math.min(Math.max(failures - 1, 0), 6), LONGEST_MS)
  const chance = (random(1)[0] ?? 0) / 255
  return Math.round(full * (1 - chance / 4))
}
