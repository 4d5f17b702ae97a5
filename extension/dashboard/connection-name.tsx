import { useEffect, useRef, useState } from 'preact/hooks'
import { TextField } from '../popup/text-field.tsx'
import { CommandError } from '../popup/command-error.tsx'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { failureWords } from '../ui/words/failure-words.ts'
import { CONNECTIONS_WORDS as words } from '../ui/words/connections-words.ts'
import { WALLET_WORDS } from '../ui/words/wallet-words.ts'

interface ConnectionNameProps {
  readonly id: string
  /** Empty where the user gave none. */
  readonly kept: string
  readonly send: Send
  readonly onSaved: () => void
}

export const ConnectionName = ({ id, kept, send, onSaved }: ConnectionNameProps) => {
  const [name, setName] = useState(kept)
  const { state, failure, run, reset } = useCommand(send, 'renameConnection')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [failure])
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (state !== 'busy' && (await run({ id, name })) === null) onSaved()
  }
  const wrong = failure?.field === 'name'
  return (
    <form class="connection-name" onSubmit={(event) => void save(event)} noValidate>
      <TextField
        label={words.name}
        value={name}
        onType={(typed) => (setName(typed), reset())}
        field={field}
        hint={words.nameMeans}
        error={wrong ? <p>{failureWords(failure)}</p> : null}
        free
        suffix={
          <button type="submit" class="secondary" aria-disabled={state === 'busy'}>
            {WALLET_WORDS.save}
          </button>
        }
      />
      <CommandError failure={wrong ? null : failure} />
    </form>
  )
}
