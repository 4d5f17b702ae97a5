/** One promise, and what became of it. */
export interface Verdict {
  readonly promise: string
  /** What was measured, in words. */
  readonly found: string
  /** Null: the run was too short to tell. */
  readonly kept: boolean | null
}
