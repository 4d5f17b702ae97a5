import type { DemoOptions } from './options.ts'

/** How long and how much a run pays. Amounts in the smallest unit. */
export interface DemoPlan {
  readonly turnMs: number
  /** Null: until Ctrl-C. */
  readonly runMs: number | null
  readonly ratePerHour: bigint
  readonly budget: bigint
}

const LONGEST_TURN_MS = 10_000
const HOUR_MS = 3_600_000n
/** 0.01 USD in the account's asset. */
const CENT = 10_000_000n

/**
 * One cent a second, and as much more as turns are shorter. The wallet that counts in whole cents shares its page, and
 * so the rate, with another tag: in its turn of ten seconds five cents come together for it where hidden pages get
 * nothing, and two where the browser takes all five tags for visible and pays them the whole time.
 */
const demoRate = (turnMs: number): bigint =>
  (CENT * HOUR_MS * BigInt(LONGEST_TURN_MS)) / (1_000n * BigInt(Math.ceil(turnMs)))

/** `sites`: so many get their turn one after the other, each at least once. */
export const demoPlan = (
  { seconds, rate, budget }: Pick<DemoOptions, 'seconds' | 'rate' | 'budget'>,
  sites: number,
): DemoPlan => {
  const runMs = seconds === undefined ? null : seconds * 1_000
  const turnMs = runMs === null ? LONGEST_TURN_MS : Math.min(LONGEST_TURN_MS, runMs / sites)
  const ratePerHour = rate ?? wholeUnits(demoRate(turnMs))
  // Twice what the run costs, or an hour.
  const paidMs = BigInt(Math.ceil(Math.max(Number(HOUR_MS), 2 * (runMs ?? 0))))
  return { turnMs, runMs, ratePerHour, budget: budget ?? (ratePerHour * paidMs) / HOUR_MS }
}

/** Without a fraction of a dollar, to be easy on the eye. */
const wholeUnits = (units: bigint): bigint => {
  const dollar = 100n * CENT
  return ((units + dollar - 1n) / dollar) * dollar
}
