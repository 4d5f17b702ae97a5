import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'
import { shareOf } from '../ui/share-of.ts'
import { sumUnits } from '../ui/sum-units.ts'

const WIDTH = 1000
/** So little that it could not be seen is drawn this wide. */
const LEAST = 5

/** The budget as a river: what is spent, on its way and in doubt, in the bed of the whole limit. */
export const BudgetBar = ({ budget }: { readonly budget: BudgetSnapshot }) => {
  const { limit, spent, reserved, inDoubt } = budget
  const used = sumUnits([spent, reserved, inDoubt])
  // A limit that was lowered below what is spent already: the bar is full, not longer.
  const whole = BigInt(used) > BigInt(limit) ? used : limit
  const width = (part: string) =>
    BigInt(part) > 0n ? Math.max(LEAST, shareOf(part, whole) * WIDTH) : 0
  const tail = width(reserved) + width(inDoubt)
  const parts = [Math.min(width(spent), WIDTH - tail), width(reserved), width(inDoubt)] as const
  return (
    <svg
      class="budget-bar"
      viewBox={`0 0 ${WIDTH} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="bar-bed" width={WIDTH} height="10" />
      <rect class="bar-spent" width={parts[0]} height="10" />
      <rect class="bar-reserved" x={parts[0]} width={parts[1]} height="10" />
      <rect class="bar-doubt" x={parts[0] + parts[1]} width={parts[2]} height="10" />
    </svg>
  )
}
