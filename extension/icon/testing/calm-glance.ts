import type { Glance } from '../../../src/wallet/glance.ts'
import { DEFAULT_HABITS } from '../../../src/wallet/habits.ts'

/** Of a wallet that is set up and switched on, with no page to pay. */
export const CALM_GLANCE: Glance = {
  ready: true,
  payments: true,
  pausedUntil: null,
  reason: null,
  connected: true,
  budget: null,
  habits: DEFAULT_HABITS,
  greedy: null,
  tabs: new Map(),
}
