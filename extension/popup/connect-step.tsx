import { useState } from 'preact/hooks'
import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { FIRST_RUN_WORDS as words } from '../ui/words/first-run-words.ts'
import { SETTINGS_WORDS } from '../ui/words/settings-words.ts'
import { Checkbox } from './checkbox.tsx'
import { ConnectionFields, useConnectionForm } from './connection-fields.tsx'
import { StepHead } from './step-head.tsx'
import { SubmitLine } from './submit-line.tsx'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface ConnectStepProps {
  /** The book's budget, where a connection was taken away and its book stayed. */
  readonly budget: BudgetSnapshot | null
  readonly developerMode: boolean
  readonly send: Send
}

export const ConnectStep = ({ budget, developerMode, send }: ConnectStepProps) => {
  const [developing, setDeveloping] = useState(developerMode)
  const { state, failure, run } = useCommand(send, 'connect')
  const fields = useConnectionForm(failure)

  const connect = (event: SubmitEvent) => {
    event.preventDefault()
    if (state !== 'busy') void run({ ...fields.submit(), developerMode: developing })
  }

  return (
    <form class="card" onSubmit={connect} noValidate>
      <StepHead at={1} title={words.connectTitle} lead={words.connectLead} />
      {budget !== null && <p class="note">{keptWords(budget)}</p>}
      <ConnectionFields {...fields} />
      <Checkbox
        label={SETTINGS_WORDS.developerMode}
        hint={SETTINGS_WORDS.developerModeMeans}
        checked={developing}
        onChange={setDeveloping}
      />
      <SubmitLine
        label={words.connect}
        busy={state === 'busy'}
        progress={words.connecting(fields.tried)}
        failure={failure?.field === null ? failure : null}
      />
    </form>
  )
}

const keptWords = ({ spent, limit, asset }: BudgetSnapshot): string =>
  words.bookKept(formatAmount(spent, asset), formatAmount(limit, asset))
