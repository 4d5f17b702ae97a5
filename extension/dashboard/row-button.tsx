import type { RefObject } from 'preact'
import { CONNECTIONS_WORDS as words } from '../ui/words/connections-words.ts'

interface RowButtonProps {
  readonly label: string
  /** Of the connection that it is about. */
  readonly name: string
  readonly button?: RefObject<HTMLButtonElement | null>
  readonly busy?: boolean
  /** Of the part of the row that it unfolds. */
  readonly open?: boolean
  readonly onPress: () => unknown
}

/** The same in every row, so that it tells those who only hear it whose row it is in. */
export const RowButton = ({ label, name, button, busy, open, onPress }: RowButtonProps) => (
  <button
    type="button"
    class="secondary"
    ref={button ?? null}
    aria-label={words.named(label, name)}
    aria-disabled={busy}
    aria-expanded={open}
    onClick={() => void onPress()}
  >
    {label}
  </button>
)
