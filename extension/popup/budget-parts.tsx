import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { BUDGET_WORDS as words } from '../ui/words/budget-words.ts'
import { MoreLink } from './more-link.tsx'

/** The rest of the bar in words and figures, which also is what a screen reader gets of it. */
export const BudgetParts = ({ budget }: { readonly budget: BudgetSnapshot }) => {
  const { asset, left, reserved, inDoubt } = budget
  const doubtful = BigInt(inDoubt) > 0n
  const rows = [
    { part: 'left', name: words.left, amount: left },
    { part: 'reserved', name: words.onItsWay, amount: reserved },
    ...(doubtful ? [{ part: 'doubt', name: words.inDoubt, amount: inDoubt }] : []),
  ]
  return (
    <>
      <dl class="parts">
        {rows.map(({ part, name, amount }) => (
          <div key={part} data-part={part}>
            <dt>{name}</dt>
            <dd class="figure">{formatAmount(amount, asset)}</dd>
          </div>
        ))}
      </dl>
      {doubtful && (
        <div class="told hint doubt-means">
          <p>{words.inDoubtMeans}</p>{' '}
          <MoreLink topic="in-doubt" told={words.inDoubt} tabId={null} />
        </div>
      )}
    </>
  )
}
