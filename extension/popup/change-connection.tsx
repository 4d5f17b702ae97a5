import { SETTINGS_WORDS as words } from '../ui/words/settings-words.ts'
import { CommandError } from './command-error.tsx'
import { Confirm } from './confirm.tsx'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface ChangeConnectionProps {
  readonly send: Send
  readonly onKeep: () => void
}

/** Asks before the connection goes: its token is kept nowhere else. */
export const ChangeConnection = ({ send, onKeep }: ChangeConnectionProps) => {
  const { failure, run } = useCommand(send, 'forgetConnection')
  return (
    <Confirm
      question={words.changeAsks}
      yes={words.changeYes}
      no={words.changeNo}
      onYes={() => void run({})}
      onNo={onKeep}
    >
      <CommandError failure={failure} />
    </Confirm>
  )
}
