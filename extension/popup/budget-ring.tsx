import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'
import { formatShare } from '../ui/format-share.ts'
import { shareOf } from '../ui/share-of.ts'
import { sumUnits } from '../ui/sum-units.ts'

/** Once around. */
const AROUND = 1000
/** So little that it could not be seen is drawn this long. */
const LEAST = 8

/** The budget as a ring: what is spent, on its way and in doubt, of the whole limit; what is left in its middle. */
export const BudgetRing = ({ budget }: { readonly budget: BudgetSnapshot }) => {
  const { limit, spent, reserved, inDoubt, left } = budget
  const used = sumUnits([spent, reserved, inDoubt])
  // A limit that was lowered below what is spent already: the ring is full, not longer.
  const whole = BigInt(used) > BigInt(limit) ? used : limit
  const length = (part: string) =>
    BigInt(part) > 0n ? Math.max(LEAST, shareOf(part, whole) * AROUND) : 0
  const [onItsWay, doubtful] = [length(reserved), length(inDoubt)]
  const known = Math.min(length(spent), AROUND - onItsWay - doubtful)
  const arcs = [
    { part: 'spent', from: 0, length: known },
    { part: 'reserved', from: known, length: onItsWay },
    { part: 'doubt', from: known + onItsWay, length: doubtful },
  ]
  return (
    <svg class="ring" viewBox="0 0 100 100" aria-hidden="true">
      <circle class="ring-bed" cx="50" cy="50" r="42" />
      {arcs
        .filter(({ length }) => length > 0)
        .map(({ part, from, length }) => (
          <circle
            key={part}
            class={`ring-${part}`}
            cx="50"
            cy="50"
            r="42"
            pathLength={AROUND}
            stroke-dasharray={`${length} ${AROUND}`}
            stroke-dashoffset={-from}
            transform="rotate(-90 50 50)"
          />
        ))}
      <text class="ring-left" x="50" y="50">
        {formatShare(BigInt(left) > 0n ? left : '0', limit)}
      </text>
    </svg>
  )
}
