import type { RefObject } from 'preact'
import { WALLET_WORDS } from '../ui/words/wallet-words.ts'
import { AmountField } from './amount-field.tsx'
import { CommandError } from './command-error.tsx'
import type { Outcome } from './outcome.ts'
import { useDraft } from './use-draft.ts'

interface AmountSettingProps {
  readonly label: string
  readonly kept: string
  readonly unit: string
  readonly hint: string
  readonly field: RefObject<HTMLInputElement | null>
  readonly state: 'idle' | 'busy' | 'done'
  readonly failure: Outcome
  readonly onSave: (text: string) => Promise<Outcome>
  readonly onType: () => void
}

/** One amount with its own Save; it follows the wallet until somebody types into it. */
export const AmountSetting = (props: AmountSettingProps) => {
  const { label, kept, unit, hint, field, state, failure, onSave, onType } = props
  const draft = useDraft(kept)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (state === 'busy') return
    if ((await onSave(draft.text)) === null) draft.drop()
    else field.current?.focus()
  }
  const type = (text: string) => {
    draft.type(text)
    onType()
  }
  return (
    <form class="amount-setting" onSubmit={(event) => void save(event)} noValidate>
      <AmountField
        {...{ label, unit, hint, field }}
        value={draft.text}
        onType={type}
        failure={failure?.field === null ? null : failure}
      />
      <button type="submit" class="secondary" aria-disabled={state === 'busy'}>
        {WALLET_WORDS.save}
      </button>
      <p class="saved" role="status">
        {state === 'done' && WALLET_WORDS.saved}
      </p>
      <CommandError failure={failure?.field === null ? failure : null} />
    </form>
  )
}
