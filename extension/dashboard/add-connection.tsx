import { useState } from 'preact/hooks'
import { Checkbox } from '../popup/checkbox.tsx'
import { ConnectionFields, useConnectionForm } from '../popup/connection-fields.tsx'
import { SubmitLine } from '../popup/submit-line.tsx'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { CONNECTIONS_WORDS as words } from '../ui/words/connections-words.ts'
import { FIRST_RUN_WORDS } from '../ui/words/first-run-words.ts'

interface AddConnectionProps {
  readonly send: Send
  readonly onAdded: () => void
}

export const AddConnection = ({ send, onAdded }: AddConnectionProps) => {
  const [use, setUse] = useState(true)
  const { state, failure, run } = useCommand(send, 'addConnection')
  const fields = useConnectionForm(failure)
  const add = async (event: SubmitEvent) => {
    event.preventDefault()
    if (state === 'busy') return
    if ((await run({ ...fields.submit(), use })) === null) onAdded()
  }
  return (
    <form
      class="add-connection"
      id="add-connection"
      onSubmit={(event) => void add(event)}
      noValidate
    >
      <ConnectionFields {...fields} />
      <Checkbox
        label={words.useAtOnce}
        hint={words.useAtOnceMeans}
        checked={use}
        onChange={setUse}
      />
      <SubmitLine
        label={words.addYes}
        busy={state === 'busy'}
        progress={FIRST_RUN_WORDS.connecting(fields.tried)}
        failure={failure?.field === null ? failure : null}
      />
    </form>
  )
}
