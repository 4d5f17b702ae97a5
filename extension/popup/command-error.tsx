import { failureWords } from '../ui/words/failure-words.ts'
import type { Outcome } from './outcome.ts'

interface CommandErrorProps {
  /** Nothing is shown where a command succeeded, or has not been run. */
  readonly failure: Outcome
  /** The connector address that was tried. */
  readonly address?: string | undefined
}

/** What went wrong with a command, where no field is to blame. */
export const CommandError = ({ failure, address }: CommandErrorProps) =>
  failure === null ? null : (
    <p class="error" role="alert">
      {failureWords(failure, address)}
    </p>
  )
