import type { SiteShare } from '../../src/wallet/site-share.ts'
import { shownOrigin } from '../ui/shown-origin.ts'
import { HABIT_WORDS as words } from '../ui/words/habit-words.ts'
import { ToldReason } from './told-reason.tsx'

interface ShareNoticeProps extends SiteShare {
  readonly tabId: number | null
}

/** One site takes more of the month than the user said is right. */
export const ShareNotice = ({ origin, percent, tabId }: ShareNoticeProps) => (
  <section class="card notice" data-notice="site-share">
    <ToldReason
      topic="site-share"
      told={words.greedy(shownOrigin(origin), percent)}
      tabId={tabId}
    />
    <p class="hint">{words.greedyMeans}</p>
  </section>
)
