import type { Asset } from '../../src/money/asset.ts'
import type { PageSnapshot } from '../../src/wallet/snapshot.ts'
import type { HelpTopic } from '../help/help-topic.ts'
import { shownOrigin } from '../ui/shown-origin.ts'
import { PAGE_WORDS as words } from '../ui/words/page-words.ts'
import { REASON_WORDS } from '../ui/words/reason-words.ts'
import { PageAmount } from './page-amount.tsx'
import type { PageStory } from './page-story.ts'
import { Pulse } from './pulse.tsx'
import { ReasonRemedy } from './reason-remedy.tsx'
import type { SettingsTarget } from './settings-target.ts'
import { TagList } from './tag-list.tsx'
import { ToldReason } from './told-reason.tsx'
import type { Send } from './wallet-link.ts'

interface PageCardProps {
  readonly page: PageSnapshot | null
  readonly story: PageStory
  readonly asset: Asset
  readonly tabId: number | null
  readonly send: Send
  readonly lead: (to: SettingsTarget) => void
}

export const PageCard = ({ page, story, asset, tabId, send, lead }: PageCardProps) => {
  const { state, reason, sent, packets } = story
  const tags = page?.tags ?? []
  const tagged = state !== 'no-page' && state !== 'no-tag'
  return (
    <section
      class="card page-card"
      aria-labelledby="page-title"
      data-state={state}
      data-reason={reason ?? (tagged ? 'none' : state)}
      data-sent={sent}
    >
      <div class="card-head">
        <h2 id="page-title">{words.title}</h2>
        {page !== null && <bdi class="host">{shownOrigin(page.origin)}</bdi>}
      </div>
      {tagged && <PageAmount {...{ tags, sent, asset }} />}
      <div class="page-state">
        {tagged && <Pulse state={state} packets={packets} />}
        <ToldReason topic={topicOf(story)} told={sentence(story)} tabId={tabId}>
          {tagged && <strong>{words.states[state]}. </strong>}
        </ToldReason>
      </div>
      {reason !== null && (
        <ReasonRemedy
          {...{ reason, tabId, send, lead }}
          {...(page === null ? {} : { site: { rule: page.rule, asset } })}
        />
      )}
      {tags.length > 0 && <TagList {...{ tags, asset, tabId }} told={reason} />}
    </section>
  )
}

/** A page without a tag is explained, too. */
const topicOf = ({ state, reason }: PageStory): HelpTopic | null =>
  state === 'no-page' || state === 'no-tag' ? state : reason

const sentence = ({ state, reason }: PageStory): string => {
  if (state === 'no-page') return words.noPage
  if (state === 'no-tag') return words.noTag
  return reason === null ? words.paying : REASON_WORDS[reason]
}
