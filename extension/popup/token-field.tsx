import type { ComponentChildren, RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { FIRST_RUN_WORDS as words } from '../ui/words/first-run-words.ts'
import { TextField } from './text-field.tsx'

interface TokenFieldProps {
  readonly value: string
  readonly onType: (token: string) => void
  readonly field: RefObject<HTMLInputElement | null>
  readonly error: ComponentChildren
}

export const TokenField = ({ value, onType, field, error }: TokenFieldProps) => {
  const [shown, setShown] = useState(false)
  return (
    <TextField
      label={words.token}
      value={value}
      onType={onType}
      field={field}
      error={error}
      secret={!shown}
      suffix={
        <button
          type="button"
          class="field-button"
          aria-label={shown ? words.hideToken : words.showToken}
          onClick={() => setShown(!shown)}
        >
          {shown ? words.hide : words.show}
        </button>
      }
    />
  )
}
