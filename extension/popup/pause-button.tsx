import { failureWords } from '../ui/words/failure-words.ts'
import { HABIT_WORDS as words } from '../ui/words/habit-words.ts'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

/** What ends it again is the notice that is shown as long as it lasts. */
export const PauseButton = ({ send }: { readonly send: Send }) => {
  const { state, failure, run } = useCommand(send, 'pause')
  return (
    <div>
      <button
        type="button"
        class="secondary"
        aria-disabled={state === 'busy'}
        onClick={() => void run({})}
      >
        {words.pause}
      </button>
      {failure !== null && (
        <p class="error" role="alert">
          {failureWords(failure)}
        </p>
      )}
    </div>
  )
}
