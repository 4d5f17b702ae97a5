import type { ConnectionSnapshot } from '../../src/wallet/snapshot.ts'
import { REASON_WORDS } from '../ui/words/reason-words.ts'
import { SETTINGS_WORDS as words } from '../ui/words/settings-words.ts'
import { MoreLink } from './more-link.tsx'

/** How the connection in use is: in one word, or what is wrong with it and the way to more about that. */
export const ConnectionState = ({ state, reason }: Pick<ConnectionSnapshot, 'state' | 'reason'>) =>
  reason === null ? (
    words.states[state]
  ) : (
    <>
      {REASON_WORDS[reason]} <MoreLink topic={reason} told={REASON_WORDS[reason]} tabId={null} />
    </>
  )
