import { helpAddress } from '../help/help-address.ts'
import { HELP_WORDS as words } from '../ui/words/help-words.ts'

/** For who has a question that no reason leads to. */
export const HelpLink = ({ tabId }: { readonly tabId: number | null }) => (
  <p>
    <a href={helpAddress(null, tabId)} target="_blank" rel="noopener" hreflang="en">
      {words.all}
    </a>
  </p>
)
