import type { ComponentChildren } from 'preact'
import type { HelpTopic } from '../help/help-topic.ts'
import { MoreLink } from './more-link.tsx'

interface ToldReasonProps {
  /** Null: there is nothing to explain. */
  readonly topic: HelpTopic | null
  readonly told: string
  readonly tabId: number | null
  /** How it is read aloud; null: with the field that it belongs to. */
  readonly role?: 'status' | 'alert' | null
  readonly class?: string
  /** In front of the sentence. */
  readonly children?: ComponentChildren
}

/** A sentence that is read aloud when it changes, and the way to more about it, which is not. */
export const ToldReason = (props: ToldReasonProps) => {
  const { topic, told, tabId, role = 'status', children } = props
  return (
    <div class="told">
      <p class={props.class} role={role ?? undefined}>
        {children}
        {told}
      </p>{' '}
      {topic !== null && <MoreLink {...{ topic, told, tabId }} />}
    </div>
  )
}
