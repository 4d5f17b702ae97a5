import { helpAddress } from '../help/help-address.ts'
import type { HelpTopic } from '../help/help-topic.ts'
import { HELP_WORDS as words } from '../ui/words/help-words.ts'

interface MoreLinkProps {
  readonly topic: HelpTopic
  /** What stands before it. */
  readonly told: string
  readonly tabId: number | null
}

/** From a sentence to the section of the help that explains it. */
export const MoreLink = ({ topic, told, tabId }: MoreLinkProps) => (
  <a
    class="more"
    href={helpAddress(topic, tabId)}
    target="_blank"
    rel="noopener"
    hreflang="en"
    aria-label={words.moreAbout(told)}
  >
    {words.more}
  </a>
)
