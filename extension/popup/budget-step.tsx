import { useEffect, useRef, useState } from 'preact/hooks'
import type { Asset } from '../../src/money/asset.ts'
import { firstBudget } from '../ui/first-budget.ts'
import { formatDay } from '../ui/format-day.ts'
import { FIRST_RUN_WORDS as words } from '../ui/words/first-run-words.ts'
import { AmountField } from './amount-field.tsx'
import { StepHead } from './step-head.tsx'
import { SubmitLine } from './submit-line.tsx'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface BudgetStepProps {
  readonly asset: Asset
  /** There is no other connection to go back to. */
  readonly alone: boolean
  readonly send: Send
}

export const BudgetStep = ({ asset, alone, send }: BudgetStepProps) => {
  const [budget, setBudget] = useState(() => firstBudget(asset))
  const start = useCommand(send, 'start')
  const forget = useCommand(send, 'forgetConnection')
  const field = useRef<HTMLInputElement>(null)
  const failure = start.failure ?? forget.failure

  useEffect(() => field.current?.focus(), [start.failure])

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (start.state !== 'busy') void start.run({ budget })
  }

  return (
    <form class="card" onSubmit={submit} noValidate>
      <StepHead at={2} title={words.budgetTitle} lead={words.asset(asset.code)} />
      <AmountField
        label={words.budget}
        value={budget}
        onType={setBudget}
        unit={asset.code}
        hint={words.budgetMeans(formatDay(nextMonth(new Date())))}
        failure={failure?.field === 'budget' ? failure : null}
        field={field}
      />
      <SubmitLine
        label={words.start}
        busy={start.state === 'busy'}
        progress={words.starting}
        failure={failure?.field === null ? failure : null}
      >
        {alone && (
          <button type="button" class="quiet" onClick={() => void forget.run({})}>
            {words.otherConnector}
          </button>
        )}
      </SubmitLine>
    </form>
  )
}

const nextMonth = (now: Date): number => new Date(now.getFullYear(), now.getMonth() + 1).getTime()
