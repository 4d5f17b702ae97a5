/** A figure at a moment, in minutes. */
export interface Point {
  readonly minute: number
  readonly value: number
}

export const median = (values: readonly number[]): number => {
  const ordered = [...values].sort((a, b) => a - b)
  const middle = ordered.length / 2
  const [low, high] = [ordered[Math.ceil(middle) - 1], ordered[Math.floor(middle)]]
  return ((low ?? NaN) + (high ?? NaN)) / 2
}

/**
 * What a minute adds: the median of the slopes between all pairs of points (Theil and Sen). A few that fell into the middle of
 * something do not tilt it, as they tilt a line of least squares; and it sees a slow drift in all points, where two medians
 * only compare the ends.
 */
export const slopeOf = (points: readonly Point[]): number => {
  const slopes: number[] = []
  for (const [index, a] of points.entries())
    for (const b of points.slice(index + 1))
      if (b.minute !== a.minute) slopes.push((b.value - a.value) / (b.minute - a.minute))
  return median(slopes)
}
