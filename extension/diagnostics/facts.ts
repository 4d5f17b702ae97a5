import type { Snapshot } from '../../src/wallet/snapshot.ts'
import type { Unusable } from '../messages/unusable.ts'

/** Where the wallet runs, and what it was allowed. */
export interface Surroundings {
  readonly version: string
  readonly userAgent: string
  /** Operating system and processor, as the browser calls them. */
  readonly platform: string
  readonly language: string
  readonly timeZone: string
  /** What the manifest names: permissions and hosts, optional ones included. */
  readonly permissions: readonly { readonly name: string; readonly granted: boolean }[]
}

/** How much lies on the disk of the book in use. */
export interface Stored {
  readonly days: number
  /** Since the journal was last folded. */
  readonly entries: number
}

export interface DiagnosticFacts {
  readonly surroundings: Surroundings
  /** Milliseconds since 1970. */
  readonly at: number
  /** The section that the help was opened at: pages wait while they are behind it, and say so. */
  readonly topic: string | null
  /** Or why it cannot be opened. */
  readonly wallet: Snapshot | Unusable
  /** Null: no book, or it cannot be read. */
  readonly stored: Stored | null
}
