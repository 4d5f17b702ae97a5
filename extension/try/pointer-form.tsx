import { useRef, useState } from 'preact/hooks'
import { resolvePaymentPointer } from '../../src/spsp/payment-pointer.ts'
import { TextField } from '../popup/text-field.tsx'
import { TRY_WORDS as words } from '../ui/words/try-words.ts'

interface PointerFormProps {
  readonly developerMode: boolean
  readonly paying: boolean
  /** The pointer's URL; null: no longer. */
  readonly onPay: (href: string | null) => void
}

export const PointerForm = ({ developerMode, paying, onPay }: PointerFormProps) => {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const type = (typed: string): void => {
    setText(typed)
    setWrong(false)
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const url = resolvePaymentPointer(text, { loopback: developerMode })
    setWrong(url === null)
    if (url === null) field.current?.focus()
    onPay(url?.href ?? null)
  }
  return (
    <form class="card" onSubmit={submit} noValidate>
      <TextField
        label={words.pointer}
        value={text}
        onType={type}
        field={field}
        hint={words.pointerHint}
        error={wrong ? words.pointerMalformed : null}
        attributes={{ autocapitalize: 'none' }}
      />
      <div class="submit-line">
        <button type="submit" class="primary">
          {words.pay}
        </button>
        {paying && (
          <button type="button" class="quiet" onClick={() => onPay(null)}>
            {words.stop}
          </button>
        )}
      </div>
    </form>
  )
}
