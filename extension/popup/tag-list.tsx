import type { Asset } from '../../src/money/asset.ts'
import type { Reason } from '../../src/reason/reason.ts'
import type { TagSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { PAGE_WORDS as words } from '../ui/words/page-words.ts'
import { REASON_WORDS } from '../ui/words/reason-words.ts'
import { MoreLink } from './more-link.tsx'
import { Pulse } from './pulse.tsx'

interface TagListProps {
  readonly tags: readonly TagSnapshot[]
  readonly asset: Asset
  /** The reason that the card tells already. */
  readonly told: Reason | null
  readonly tabId: number | null
}

export const TagList = ({ tags, asset, told, tabId }: TagListProps) => (
  <ul class="tags" aria-label={words.receivers}>
    {tags.map(({ address, host, redirectedTo, state, reason, sent, delivered, packets }, index) => (
      // The same address may stand on a page twice: only the place tells such tags apart.
      <li
        key={index}
        data-state={state}
        data-reason={reason ?? 'none'}
        data-tag-address={address}
        data-tag-redirected-to={redirectedTo}
        data-tag-sent={sent}
        data-tag-delivered={delivered?.amount ?? '0'}
        data-tag-asset-code={delivered?.asset.code}
        data-tag-asset-scale={delivered?.asset.scale}
      >
        <Pulse state={state} packets={packets} />
        <span class="tag-host" title={address}>
          <bdi>{host ?? address}</bdi>
        </span>
        <span class="figure">{formatAmount(sent, asset, { finer: 2 })}</span>
        {redirectedTo !== null && <p class="hint">{words.redirectedTo(redirectedTo)}</p>}
        {reason !== null && reason !== told && (
          <div class="told hint">
            <p>{REASON_WORDS[reason]}</p>{' '}
            <MoreLink topic={reason} told={REASON_WORDS[reason]} tabId={tabId} />
          </div>
        )}
      </li>
    ))}
  </ul>
)
