import type { EpochMs } from '../ports/clock.ts'

/** How long `Pause for an hour` lasts. */
export const PAUSE_MS = 3_600_000

/**
 * Whether a pause that ends at `until` still holds. None is longer than an hour: a clock that was set back
 * does not keep payments away for days.
 */
export const isPaused = (until: EpochMs | null, now: EpochMs): until is EpochMs =>
  until !== null && now < until && until - now <= PAUSE_MS
