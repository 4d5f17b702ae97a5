import type { SiteShare } from '../../src/wallet/site-share.ts'
import { shownOrigin } from '../ui/shown-origin.ts'
import { HABIT_WORDS as words } from '../ui/words/habit-words.ts'

/** One site takes more of the month than the user said is right. */
export const ShareNotice = ({ origin, percent }: SiteShare) => (
  <section class="card notice" data-notice="site-share">
    <p role="status">{words.greedy(shownOrigin(origin), percent)}</p>
    <p class="hint">{words.greedyMeans}</p>
  </section>
)
