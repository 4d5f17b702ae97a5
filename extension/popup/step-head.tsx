import { FIRST_RUN_WORDS as words } from '../ui/words/first-run-words.ts'

interface StepHeadProps {
  readonly at: number
  readonly title: string
  readonly lead: string
}

export const StepHead = ({ at, title, lead }: StepHeadProps) => (
  <div class="step-head">
    <p class="step">{words.step(at)}</p>
    <h2>{title}</h2>
    <p>{lead}</p>
  </div>
)
