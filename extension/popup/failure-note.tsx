import { failureTopic } from '../help/failure-topic.ts'
import { failureWords } from '../ui/words/failure-words.ts'
import { CopyBox } from './copy-box.tsx'
import { MoreLink } from './more-link.tsx'
import type { Outcome } from './outcome.ts'

interface FailureNoteProps {
  readonly failure: NonNullable<Outcome>
  /** The connector address that was tried. */
  readonly address?: string
}

export const FailureNote = ({ failure, address }: FailureNoteProps) => {
  const told = failureWords(failure, address)
  const topic = failureTopic(failure)
  return (
    <>
      <div class="told">
        <p>{told}</p> {topic !== null && <MoreLink {...{ topic, told }} tabId={null} />}
      </div>
      {failure.code === 'origin-refused' && <CopyBox text={failure.origin} />}
    </>
  )
}
