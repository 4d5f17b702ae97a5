import { useEffect, useState } from 'preact/hooks'
import type { Asset } from '../../src/money/asset.ts'
import type { SiteSnapshot } from '../../src/wallet/snapshot.ts'
import { FEW_SITES } from '../messages/popup-port.ts'
import { shareOf } from '../ui/share-of.ts'
import { SITE_WORDS as words } from '../ui/words/site-words.ts'
import { HistoryButton } from './history-button.tsx'
import { SiteRow } from './site-row.tsx'

interface SitesCardProps {
  /** The first few at least; null: they have yet to be read. */
  readonly sites: readonly SiteSnapshot[] | null
  /** How many there are in all. */
  readonly count: number
  readonly asset: Asset
  /** They are shown: all of them, or the first few. */
  readonly onAll: (all: boolean) => void
}

export const SitesCard = ({ sites, count, asset, onAll }: SitesCardProps) => {
  const [all, setAll] = useState(false)
  useEffect(() => onAll(all), [all, onAll])
  const most = sites?.[0]?.sent ?? '0'
  return (
    <section class="card" aria-labelledby="sites-title" aria-busy={sites === null}>
      <div class="card-head">
        <h2 id="sites-title">{words.title}</h2>
        <HistoryButton />
      </div>
      {sites?.length === 0 && <p class="hint">{words.none}</p>}
      <ul class="sites" aria-labelledby="sites-title">
        {sites?.slice(0, all ? undefined : FEW_SITES).map((site) => (
          <SiteRow key={site.origin} site={site} asset={asset} share={shareOf(site.sent, most)} />
        ))}
      </ul>
      {count > FEW_SITES && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.showFewer : words.showAll(count)}
        </button>
      )}
    </section>
  )
}
