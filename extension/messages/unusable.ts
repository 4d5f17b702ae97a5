/**
 * Why what is kept in this browser cannot be opened, so that nothing is paid and nothing is written. Newer: a later
 * version of Tributary wrote it, in a shape that this one does not know.
 */
export type Unusable = 'newer' | 'unreadable'

/** `why`: what opening the database or the wallet rejected with. */
export const unusableBecause = (why: unknown): Unusable =>
  (why as { name?: unknown } | null)?.name === 'VersionError' ? 'newer' : 'unreadable'
