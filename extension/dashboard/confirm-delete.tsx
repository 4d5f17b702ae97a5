import { useEffect, useId, useRef } from 'preact/hooks'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'

interface ConfirmDeleteProps {
  readonly question: string
  readonly onYes: () => void
  readonly onNo: () => void
}

export const ConfirmDelete = ({ question, onYes, onNo }: ConfirmDeleteProps) => {
  const id = useId()
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  return (
    <div class="ask" role="group" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <div class="ask-answers">
        <button type="button" class="secondary" ref={keep} onClick={onNo}>
          {words.removeNo}
        </button>
        <button type="button" class="danger" onClick={onYes}>
          {words.removeYes}
        </button>
      </div>
    </div>
  )
}
