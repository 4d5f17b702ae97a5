import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { formatDay } from '../ui/format-day.ts'
import { BUDGET_WORDS as words } from '../ui/words/budget-words.ts'
import { Amount } from './amount.tsx'
import { BudgetParts } from './budget-parts.tsx'
import { BudgetRing } from './budget-ring.tsx'

interface BudgetCardProps {
  readonly budget: BudgetSnapshot
  readonly onRaise: () => void
}

export const BudgetCard = ({ budget, onRaise }: BudgetCardProps) => {
  const { asset, limit, spent, left, inDoubt, reserved, renewsAt, renewal } = budget
  const day = formatDay(renewsAt)
  const allSpent = BigInt(left) <= 0n && BigInt(reserved) === 0n
  return (
    <section
      class="card budget-card"
      aria-labelledby="budget-title"
      data-spent={spent}
      data-limit={limit}
      data-left={left}
      data-in-doubt={inDoubt}
      data-reserved={reserved}
    >
      <div class="card-head">
        <h2 id="budget-title">{words.title}</h2>
        <span class="hint">{renewal === 'none' ? words.renews(day) : words.renewal[renewal]}</span>
      </div>
      <div class="budget-picture">
        <BudgetRing budget={budget} />
        <div class="budget-sum">
          <Amount text={formatAmount(spent, asset)} />
          <span class="hint">{words.spentOf(formatAmount(limit, asset))}</span>
        </div>
      </div>
      <BudgetParts budget={budget} />
      <div role="status" class="budget-spent">
        {allSpent && (
          <p>
            <strong>{words.allSpent}.</strong> {words.allSpentMeans(day)}
          </p>
        )}
      </div>
      {allSpent && (
        <button type="button" class="secondary" onClick={onRaise}>
          {words.raise}
        </button>
      )}
    </section>
  )
}
