import type { Reason } from '../../../src/reason/reason.ts'

/** Reasons that come of the moment and of the user's own habits, not of the page. */
export const MOMENT_WORDS = {
  paused: 'Payments are paused for a while.',
  idle: 'Nobody is at the computer. Payments go on with the next key or touch.',
  'no-site-access':
    'The browser does not let Tributary see the pages you visit, so it cannot find whom to pay.',
} as const satisfies Partial<Record<Reason, string>>
