/** What the shell knows of the user's attention beside what documents say of themselves. */
export interface Presence {
  /** No key or pointer was touched for a while, or the screen is locked. False where nobody watches for it. */
  readonly away: boolean
  /** Tabs that play audio. */
  readonly audible: ReadonlySet<number>
}

export const PRESENT: Presence = { away: false, audible: new Set() }
