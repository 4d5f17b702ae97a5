import type { Asset } from '../../src/money/asset.ts'
import type { HistoryRow } from '../../src/ports/history-change.ts'
import { Amount } from '../popup/amount.tsx'
import { formatAmount } from '../ui/format-amount.ts'
import { formatCount } from '../ui/format-count.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'

interface TotalsCardProps {
  readonly total: HistoryRow
  readonly asset: Asset
}

/** One figure for each asset: they are never added up. */
export const TotalsCard = ({ total, asset }: TotalsCardProps) => {
  const { posted, inDoubt, delivered, packets } = total
  return (
    <section
      class="card totals"
      aria-labelledby="totals-title"
      data-posted={posted.toString()}
      data-in-doubt={inDoubt.toString()}
    >
      <h3 id="totals-title">{words.totals}</h3>
      <dl class="figures">
        <div>
          <dt>{words.sent}</dt>
          <dd>
            <Amount text={formatAmount(posted.toString(), asset)} />
          </dd>
        </div>
        {inDoubt > 0n && (
          <div class="doubtful">
            <dt>{words.inDoubt}</dt>
            <dd>
              <Amount text={formatAmount(inDoubt.toString(), asset)} />
              <p class="hint">{words.inDoubtMeans}</p>
            </dd>
          </div>
        )}
        <div>
          <dt>{words.packets}</dt>
          <dd class="amount">{formatCount(packets)}</dd>
        </div>
        {delivered.map(({ asset: theirs, amount }) => (
          <div
            key={`${theirs.code}/${theirs.scale}`}
            data-received={amount.toString()}
            data-asset={`${theirs.code}/${theirs.scale}`}
          >
            <dt>{words.received}</dt>
            <dd>
              <Amount text={formatAmount(amount.toString(), theirs)} />
            </dd>
          </div>
        ))}
      </dl>
      {delivered.length > 1 && <p class="hint">{words.receivedMeans}</p>}
    </section>
  )
}
