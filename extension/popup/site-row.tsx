import type { Asset } from '../../src/money/asset.ts'
import type { SiteSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { formatDelivered } from '../ui/format-delivered.ts'
import { shownOrigin } from '../ui/shown-origin.ts'
import { SITE_WORDS as words } from '../ui/words/site-words.ts'

interface SiteRowProps {
  readonly site: SiteSnapshot
  readonly asset: Asset
  /** Of what the best paid site got, 0 to 1. */
  readonly share: number
}

export const SiteRow = ({ site, asset, share }: SiteRowProps) => {
  const { origin, sent, inDoubt, delivered } = site
  const received = formatDelivered(delivered)
  return (
    <li class="site" data-origin={origin} data-sent={sent}>
      <span class="host" title={origin}>
        <bdi>{shownOrigin(origin)}</bdi>
      </span>
      <span class="figure">{formatAmount(sent, asset)}</span>
      <svg class="site-share" viewBox="0 0 1000 2" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar-bed" width="1000" height="2" />
        <rect class="bar-spent" width={share * 1000} height="2" />
      </svg>
      <span class="hint site-received">
        {received === null ? words.nothingReceived : words.received(received)}
        {BigInt(inDoubt) > 0n && (
          <span class="in-doubt"> · {words.inDoubt(formatAmount(inDoubt, asset))}</span>
        )}
      </span>
    </li>
  )
}
