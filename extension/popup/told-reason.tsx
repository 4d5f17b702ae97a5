import type { ComponentChildren } from 'preact'
import type { HelpTopic } from '../help/help-topic.ts'
import { MoreLink } from './more-link.tsx'

interface ToldReasonProps {
  /** Null: there is nothing to explain. */
  readonly topic: HelpTopic | null
  readonly told: string
  readonly tabId: number | null
  /** In front of the sentence. */
  readonly children?: ComponentChildren
}

/** A sentence that is read aloud when it changes, and the way to more about it, which is not. */
export const ToldReason = ({ topic, told, tabId, children }: ToldReasonProps) => (
  <div class="told">
    <p role="status">
      {children}
      {told}
    </p>{' '}
    {topic !== null && <MoreLink {...{ topic, told, tabId }} />}
  </div>
)
