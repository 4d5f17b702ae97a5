import type { Reason } from '../../../src/reason/reason.ts'

/** Reasons that come of the moment and of the user's own habits, not of the page. */
export const MOMENT_WORDS = {
  paused: 'Payments are paused for a while.',
  idle: 'Nobody is at the computer. Payments go on with the next key or touch.',
} as const satisfies Partial<Record<Reason, string>>
