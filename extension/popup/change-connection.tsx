import { useEffect, useRef } from 'preact/hooks'
import { SETTINGS_WORDS as words } from '../ui/words/settings-words.ts'
import { CommandError } from './command-error.tsx'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface ChangeConnectionProps {
  readonly send: Send
  readonly onKeep: () => void
}

/** Asks before the connection goes: its token is kept nowhere else. */
export const ChangeConnection = ({ send, onKeep }: ChangeConnectionProps) => {
  const { failure, run } = useCommand(send, 'forgetConnection')
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  return (
    <div class="ask" role="group" aria-labelledby="change-asks">
      <p id="change-asks">{words.changeAsks}</p>
      <div class="ask-answers">
        <button type="button" class="secondary" ref={keep} onClick={onKeep}>
          {words.changeNo}
        </button>
        <button type="button" class="danger" onClick={() => void run({})}>
          {words.changeYes}
        </button>
      </div>
      <CommandError failure={failure} />
    </div>
  )
}
