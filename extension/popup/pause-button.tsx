import { HABIT_WORDS as words } from '../ui/words/habit-words.ts'
import { CommandError } from './command-error.tsx'
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
      <CommandError failure={failure} />
    </div>
  )
}
