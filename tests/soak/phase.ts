/** `stops`: the background is stopped and the connection cut in each round. `life`: one background from beginning to end. */
export type Phase = 'stops' | 'life'

/**
 * Half of the time is one life, or a background that is stopped all the time would never become old enough to show what it
 * keeps; before and after it come many short ones, which show what is left behind for the next.
 */
export const phaseAt = (minute: number, minutes: number): Phase =>
  minute < minutes / 4 || minute >= (minutes * 3) / 4 ? 'stops' : 'life'

/** What a phase does not answer for: code is compiled and caches fill. Minutes. */
export const warmUp = (minutes: number): number => Math.min(2, minutes / 3)
