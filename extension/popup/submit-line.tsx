import type { ComponentChildren } from 'preact'
import { CommandError } from './command-error.tsx'
import type { Outcome } from './outcome.ts'

interface SubmitLineProps {
  readonly label: string
  readonly busy: boolean
  readonly progress: string
  /** One that belongs to no field. */
  readonly failure: Outcome
  /** Beside the button, above what is said about it. */
  readonly children?: ComponentChildren
}

export const SubmitLine = ({ label, busy, progress, failure, children }: SubmitLineProps) => (
  <div class="submit-line">
    <button type="submit" class="primary" aria-disabled={busy}>
      {label}
    </button>
    {children}
    <p class="progress" role="status">
      {busy && progress}
    </p>
    <CommandError failure={failure} />
  </div>
)
