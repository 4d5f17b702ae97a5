import { failureTopic } from '../help/failure-topic.ts'
import { failureWords } from '../ui/words/failure-words.ts'
import { MoreLink } from './more-link.tsx'
import type { Outcome } from './outcome.ts'

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
export const CommandError = ({ failure, address, tabId = null, told }: CommandErrorProps) => {
  if (failure === null) return null
  const words = told ?? failureWords(failure, address)
  const topic = failureTopic(failure)
  return (
    <div class="told">
      <p class="error" role="alert">
        {words}
      </p>{' '}
      {topic !== null && <MoreLink topic={topic} told={words} tabId={tabId} />}
    </div>
  )
}
