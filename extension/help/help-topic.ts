import type { Reason } from '../../src/reason/reason.ts'
import type { AnsweredOtherwise, ConnectFailure } from '../../src/wallet/connection-commands.ts'
import type { OneTimeSnapshot } from '../../src/wallet/snapshot.ts'
import type { Unusable } from '../messages/unusable.ts'

/** What went wrong while a connector was tried. */
export type ConnectTopic = Extract<ConnectFailure, string> | AnsweredOtherwise['code']

/** A section of docs/help.md, by its anchor. */
export type HelpTopic =
  | Reason
  | ConnectTopic
  | Unusable
  | NonNullable<OneTimeSnapshot['reason']>
  | 'site-share'
  | 'other-wallet'
  | 'in-doubt'
  | 'may-repeat'
  | 'no-tag'
  | 'no-page'
