import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface ConfirmProps {
  readonly question: string
  readonly yes: string
  readonly no: string
  readonly onYes: () => void
  readonly onNo: () => void
  /** What came of it. */
  readonly children?: ComponentChildren
}

/** Asks before something goes for good; whoever presses Enter at once keeps it. */
export const Confirm = ({ question, yes, no, onYes, onNo, children }: ConfirmProps) => {
  const id = useId()
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  return (
    <div class="ask" role="group" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <div class="ask-answers">
        <button type="button" class="secondary" ref={keep} onClick={onNo}>
          {no}
        </button>
        <button type="button" class="danger" onClick={onYes}>
          {yes}
        </button>
      </div>
      {children}
    </div>
  )
}
