import type { Reason } from '../../src/reason/reason.ts'
import type { ConnectFailure } from '../../src/wallet/connection-commands.ts'
import type { OneTimeSnapshot } from '../../src/wallet/snapshot.ts'

/** A section of docs/help.md, by its anchor. */
export type HelpTopic =
  | Reason
  | ConnectFailure
  | NonNullable<OneTimeSnapshot['reason']>
  | 'site-share'
  | 'other-wallet'
  | 'in-doubt'
  | 'no-tag'
  | 'no-page'
