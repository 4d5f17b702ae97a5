import { failureTopic } from '../help/failure-topic.ts'
import { failureWords } from '../ui/words/failure-words.ts'
import type { Outcome } from './outcome.ts'
import { ToldReason } from './told-reason.tsx'

interface CommandErrorProps {
  /** Nothing is shown where a command succeeded, or has not been run. */
  readonly failure: Outcome
  /** The connector address that was tried. */
  readonly address?: string | undefined
  /** The tab that it is about. */
  readonly tabId?: number | null
  /** Where the command has words of its own. */
  readonly told?: string
}

/** What went wrong with a command, where no field is to blame. */
export const CommandError = ({ failure, address, tabId = null, told }: CommandErrorProps) =>
  failure === null ? null : (
    <ToldReason
      topic={failureTopic(failure)}
      told={told ?? failureWords(failure, address)}
      tabId={tabId}
      role="alert"
      class="error"
    />
  )
