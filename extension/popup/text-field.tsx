import type { ComponentChildren, InputHTMLAttributes, RefObject } from 'preact'
import { useId } from 'preact/hooks'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onType: (text: string) => void
  readonly field?: RefObject<HTMLInputElement | null>
  readonly hint?: string | undefined
  /** In words, beside the field; null while there is nothing wrong. */
  readonly error: ComponentChildren
  /** At the end of the field's line: a unit, a button. */
  readonly suffix?: ComponentChildren
  readonly secret?: boolean
  /** Words of any language, written from the side that they begin on. */
  readonly free?: boolean
  readonly attributes?: Pick<
    InputHTMLAttributes,
    'inputMode' | 'placeholder' | 'autocapitalize' | 'class' | 'onBlur'
  >
}

export const TextField = (props: TextFieldProps) => {
  const { label, value, onType, field, hint, error, suffix, secret = false, free = false } = props
  const id = useId()
  const wrong = error !== null
  const described = [hint !== undefined && `${id}-hint`, wrong && `${id}-error`].filter(Boolean)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-line">
        <input
          {...(secret ? ({ type: 'password' } as const) : ({ type: 'text' } as const))}
          // Addresses, names and amounts are written from left to right everywhere.
          dir={free ? 'auto' : 'ltr'}
          autocomplete="off"
          spellcheck={false}
          {...props.attributes}
          ref={field ?? null}
          id={id}
          value={value}
          aria-invalid={wrong}
          aria-describedby={described.length > 0 ? described.join(' ') : undefined}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        {suffix}
      </div>
      {wrong && (
        <div class="error" id={`${id}-error`}>
          {error}
        </div>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
