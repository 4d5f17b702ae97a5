import type { Reason } from '../../../src/reason/reason.ts'
import { message } from './message.ts'

/** Reasons that come of the moment and of the user's own habits, not of the page. */
export const MOMENT_WORDS = {
  paused: message('reason_paused'),
  idle: message('reason_idle'),
  'no-site-access': message('reason_no_site_access'),
} as const satisfies Partial<Record<Reason, string>>
