import { SETTINGS_WORDS as words } from '../ui/words/settings-words.ts'
import { MoreLink } from './more-link.tsx'

/** Below a connection over which the browser may send a payment twice. */
export const RepeatNotice = () => (
  <p class="hint" data-may-repeat>
    {words.mayRepeat} <MoreLink topic="may-repeat" told={words.mayRepeat} tabId={null} />
  </p>
)
