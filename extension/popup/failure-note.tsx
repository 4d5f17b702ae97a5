import { failureWords } from '../ui/words/failure-words.ts'
import { isConnectTopic } from '../help/connect-topics.ts'
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
  return (
    <>
      <div class="told">
        <p>{told}</p>{' '}
        {isConnectTopic(failure.code) && <MoreLink topic={failure.code} told={told} tabId={null} />}
      </div>
      {failure.code === 'origin-refused' && <CopyBox text={failure.origin} />}
    </>
  )
}
