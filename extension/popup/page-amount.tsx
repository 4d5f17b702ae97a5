import type { Asset } from '../../src/money/asset.ts'
import type { TagSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { formatDelivered } from '../ui/format-delivered.ts'
import { PAGE_WORDS as words } from '../ui/words/page-words.ts'
import { Amount } from './amount.tsx'

interface PageAmountProps {
  readonly tags: readonly TagSnapshot[]
  readonly sent: string
  readonly asset: Asset
}

export const PageAmount = ({ tags, sent, asset }: PageAmountProps) => {
  const received = formatDelivered(tags.flatMap(({ delivered }) => delivered ?? []))
  return (
    <div class="page-amount">
      <Amount text={formatAmount(sent, asset, { finer: 2 })} />
      <p class="hint">
        {words.sent}
        {received !== null && <> · {words.received(received)}</>}
      </p>
    </div>
  )
}
