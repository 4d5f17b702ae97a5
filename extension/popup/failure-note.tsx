import { failureTopic } from '../help/failure-topic.ts'
import { failureWords } from '../ui/words/failure-words.ts'
import { CopyBox } from './copy-box.tsx'
import type { Outcome } from './outcome.ts'
import { ToldReason } from './told-reason.tsx'

interface FailureNoteProps {
  readonly failure: NonNullable<Outcome>
  /** The connector address that was tried. */
  readonly address?: string
}

export const FailureNote = ({ failure, address }: FailureNoteProps) => (
  <>
    <ToldReason
      topic={failureTopic(failure)}
      told={failureWords(failure, address)}
      tabId={null}
      role={null}
    />
    {failure.code === 'origin-refused' && <CopyBox text={failure.origin} />}
  </>
)
