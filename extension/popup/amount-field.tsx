import type { RefObject } from 'preact'
import { failureWords } from '../ui/words/failure-words.ts'
import type { Outcome } from './outcome.ts'
import { TextField } from './text-field.tsx'

interface AmountFieldProps {
  readonly label: string
  readonly value: string
  readonly onType: (text: string) => void
  /** What the amount is in: `USD`. */
  readonly unit: string
  readonly hint: string
  readonly failure: Outcome
  readonly field?: RefObject<HTMLInputElement | null>
}

export const AmountField = (props: AmountFieldProps) => {
  const { label, value, onType, unit, hint, failure, field } = props
  return (
    <TextField
      label={label}
      value={value}
      onType={onType}
      hint={hint}
      error={failure === null ? null : <p>{failureWords(failure)}</p>}
      suffix={<span class="unit">{unit}</span>}
      attributes={{ inputMode: 'decimal', class: 'amount-input' }}
      {...(field === undefined ? {} : { field })}
    />
  )
}
