import type { HeapFigures } from './browser/soak-browser.ts'
import type { Phase } from './phase.ts'

/** The wallet at the end of a round: the same tabs are open each time, and the same one is shown and paid. */
export interface Sample {
  /** Since the beginning. */
  readonly minute: number
  readonly phase: Phase
  /** By the connector's book, in the account's smallest unit. */
  readonly paid: bigint
  /** Tabs with a document. */
  readonly pages: number
  readonly background: HeapFigures
  readonly page: HeapFigures
  /** BTP sockets that are open at the connector. */
  readonly sockets: number
  /** How often so far. */
  readonly stops: number
  readonly cuts: number
}
