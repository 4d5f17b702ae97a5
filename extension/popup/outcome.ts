import type { CommandFailure } from '../messages/popup-port.ts'

/** Null: done. Interrupted: the worker stopped before it answered, so nobody knows. */
export type Outcome = CommandFailure | { readonly code: 'interrupted'; readonly field: null } | null

export const INTERRUPTED = { code: 'interrupted', field: null } as const
