import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'
import { PAGE_WORDS } from '../ui/words/page-words.ts'
import { WALLET_WORDS } from '../ui/words/wallet-words.ts'
import { BudgetCard } from './budget-card.tsx'

/** What stands until the wallet answers: the budget as it was seen last, and nothing of any page. */
export const WakingView = ({ last }: { readonly last: BudgetSnapshot | null }) => {
  if (last === null) return <p class="waking">{WALLET_WORDS.waking}</p>
  return (
    <>
      <section class="card page-card" aria-labelledby="page-title">
        <div class="card-head">
          <h2 id="page-title">{PAGE_WORDS.title}</h2>
        </div>
        <p class="hint">{WALLET_WORDS.waking}</p>
      </section>
      <div inert>
        <BudgetCard budget={last} onRaise={() => {}} />
      </div>
    </>
  )
}
