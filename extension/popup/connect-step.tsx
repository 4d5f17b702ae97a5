import { useEffect, useRef, useState } from 'preact/hooks'
import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { splitCredentials } from '../ui/split-credentials.ts'
import { FIRST_RUN_WORDS as words } from '../ui/words/first-run-words.ts'
import { SETTINGS_WORDS } from '../ui/words/settings-words.ts'
import { Checkbox } from './checkbox.tsx'
import { FailureNote } from './failure-note.tsx'
import { StepHead } from './step-head.tsx'
import { SubmitLine } from './submit-line.tsx'
import { TextField } from './text-field.tsx'
import { TokenField } from './token-field.tsx'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface ConnectStepProps {
  /** The book's budget, where a connection was taken away and its book stayed. */
  readonly budget: BudgetSnapshot | null
  readonly developerMode: boolean
  readonly send: Send
}

export const ConnectStep = ({ budget, developerMode, send }: ConnectStepProps) => {
  const [form, setForm] = useState({ address: '', username: '', token: '', developerMode })
  const [tried, setTried] = useState('')
  const { state, failure, run } = useCommand(send, 'connect')
  const address = useRef<HTMLInputElement>(null)
  const token = useRef<HTMLInputElement>(null)
  const fill = (part: Partial<typeof form>) => setForm((typed) => ({ ...typed, ...part }))

  useEffect(() => address.current?.focus(), [])
  useEffect(() => {
    if (failure?.field === 'address') address.current?.focus()
    if (failure?.field === 'token') token.current?.focus()
  }, [failure])

  /** The form with credentials taken out of the address, where there are any. */
  const tidied = () => {
    const split = splitCredentials(form.address)
    if (split === null) return { ...form, address: form.address.trim() }
    const { username, token } = form
    return {
      ...form,
      address: split.address,
      username: split.username || username,
      token: split.token || token,
    }
  }

  const connect = (event: SubmitEvent) => {
    event.preventDefault()
    if (state === 'busy') return
    const filled = tidied()
    setForm(filled)
    setTried(filled.address)
    void run(filled)
  }

  const errorAt = (field: 'address' | 'token') =>
    failure?.field === field ? <FailureNote failure={failure} address={tried} /> : null

  return (
    <form class="card" onSubmit={connect} noValidate>
      <StepHead at={1} title={words.connectTitle} lead={words.connectLead} />
      {budget !== null && <p class="note">{keptWords(budget)}</p>}
      <TextField
        label={words.address}
        value={form.address}
        onType={(typed) => fill({ address: typed })}
        field={address}
        error={errorAt('address')}
        attributes={{
          inputMode: 'url',
          placeholder: words.addressExample,
          autocapitalize: 'none',
          onBlur: () => setForm(tidied()),
        }}
      />
      <TextField
        label={words.username}
        value={form.username}
        onType={(typed) => fill({ username: typed })}
        hint={words.usernameHint}
        error={null}
        attributes={{ autocapitalize: 'none' }}
      />
      <TokenField
        value={form.token}
        onType={(typed) => fill({ token: typed })}
        field={token}
        error={errorAt('token')}
      />
      <Checkbox
        label={SETTINGS_WORDS.developerMode}
        hint={SETTINGS_WORDS.developerModeMeans}
        checked={form.developerMode}
        onChange={(on) => fill({ developerMode: on })}
      />
      <SubmitLine
        label={words.connect}
        busy={state === 'busy'}
        progress={words.connecting(tried)}
        failure={failure?.field === null ? failure : null}
      />
    </form>
  )
}

const keptWords = ({ spent, limit, asset }: BudgetSnapshot): string =>
  words.bookKept(formatAmount(spent, asset), formatAmount(limit, asset))
