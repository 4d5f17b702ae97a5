import { median, slopeOf, type Point } from './theil-sen.ts'
import type { Verdict } from './verdict.ts'

/** Of a heap, over all the time that is looked at. */
const FLAT = 0.05
/** Of samples: with fewer of them one that is off is the result. */
export const FEWEST = 8

const kib = (bytes: number): string => `${Math.round(bytes / 1_024).toLocaleString('en')} KiB`
const percent = (share: number): string =>
  `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)} %`

export const tooFew = (promise: string, count: number): Verdict => ({
  promise,
  found: `${count} samples are too few to tell`,
  kept: null,
})

/** Whether it grows while it lives: by the line that fits best. Shrinking is allowed. */
export const judgeGrowth = (promise: string, points: readonly Point[]): Verdict => {
  if (points.length < FEWEST) return tooFew(promise, points.length)
  const minutes = points.at(-1)!.minute - points[0]!.minute
  const middle = median(points.map(({ value }) => value))
  const growth = (slopeOf(points) * minutes) / middle
  const found = `${percent(growth)} in ${minutes.toFixed(0)} min at ${kib(middle)}, ${points.length} samples`
  return { promise, found, kept: growth <= FLAT }
}

/** Whether those who come later have more: by the medians of both times. */
export const judgeLevel = (
  promise: string,
  early: readonly number[],
  late: readonly number[],
): Verdict => {
  const count = Math.min(early.length, late.length)
  if (count < FEWEST) return tooFew(promise, count)
  const [before, after] = [median(early), median(late)]
  const growth = after / before - 1
  return {
    promise,
    found: `${percent(growth)}: ${kib(before)}, then ${kib(after)}, ${count} samples each`,
    kept: growth <= FLAT,
  }
}
