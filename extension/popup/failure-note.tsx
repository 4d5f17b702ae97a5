import { failureWords } from '../ui/words/failure-words.ts'
import { CopyBox } from './copy-box.tsx'
import type { Outcome } from './outcome.ts'

interface FailureNoteProps {
  readonly failure: NonNullable<Outcome>
  /** The connector address that was tried. */
  readonly address?: string
}

export const FailureNote = ({ failure, address }: FailureNoteProps) => (
  <>
    <p>{failureWords(failure, address)}</p>
    {failure.code === 'origin-refused' && <CopyBox text={failure.origin} />}
  </>
)
