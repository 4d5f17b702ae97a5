import type { Asset } from '../../src/money/asset.ts'
import type { OneTimeSnapshot } from '../../src/wallet/snapshot.ts'
import { formatDelivered } from '../ui/format-delivered.ts'
import { typedAmount } from '../ui/typed-amount.ts'
import { ONE_TIME_WORDS as words, oneTimeReason } from '../ui/words/one-time-words.ts'
import { MoreLink } from './more-link.tsx'

interface OneTimeResultProps {
  readonly payment: OneTimeSnapshot | null
  readonly asset: Asset
  readonly tabId: number | null
}

/** To the unit: these figures are no longer moving, so none is rounded. */
const sentences = (payment: OneTimeSnapshot, asset: Asset): string => {
  const { state, amount, sent, delivered, inDoubt, reason } = payment
  const exact = (units: string) => `${typedAmount(units, asset)} ${asset.code}`
  if (state === 'paying') return words.paying(exact(amount))
  const got = delivered && BigInt(delivered.amount) > 0n ? formatDelivered([delivered]) : null
  const parts = [
    BigInt(sent) === 0n
      ? BigInt(inDoubt) === 0n && words.nothing
      : sent === amount
        ? words.sent(exact(sent))
        : words.sentOf(exact(sent), exact(amount)),
    got !== null && words.received(got),
    BigInt(inDoubt) > 0n && words.inDoubt(exact(inDoubt)),
    reason !== null && oneTimeReason(reason),
  ]
  return parts.filter((part) => part !== false).join(' ')
}

export const OneTimeResult = ({ payment, asset, tabId }: OneTimeResultProps) => {
  const reason = payment?.reason ?? null
  return (
    <div class="told">
      <p
        class="one-time-result"
        role="status"
        data-state={payment?.state}
        data-sent={payment?.sent}
        data-delivered={payment?.delivered?.amount}
        data-in-doubt={payment?.inDoubt}
        data-reason={reason ?? 'none'}
      >
        {payment !== null && sentences(payment, asset)}
      </p>{' '}
      {reason !== null && <MoreLink topic={reason} told={oneTimeReason(reason)} tabId={tabId} />}
    </div>
  )
}
