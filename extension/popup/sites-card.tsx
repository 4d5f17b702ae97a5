import { useState } from 'preact/hooks'
import type { Asset } from '../../src/money/asset.ts'
import type { SiteSnapshot } from '../../src/wallet/snapshot.ts'
import { shareOf } from '../ui/share-of.ts'
import { SITE_WORDS as words } from '../ui/words/site-words.ts'
import { HistoryButton } from './history-button.tsx'
import { SiteRow } from './site-row.tsx'

const FIRST = 6

interface SitesCardProps {
  readonly sites: readonly SiteSnapshot[]
  readonly asset: Asset
}

export const SitesCard = ({ sites, asset }: SitesCardProps) => {
  const [all, setAll] = useState(false)
  const most = sites[0]?.sent ?? '0'
  return (
    <section class="card" aria-labelledby="sites-title">
      <div class="card-head">
        <h2 id="sites-title">{words.title}</h2>
        <HistoryButton />
      </div>
      {sites.length === 0 && <p class="hint">{words.none}</p>}
      <ul class="sites" aria-labelledby="sites-title">
        {sites.slice(0, all ? undefined : FIRST).map((site) => (
          <SiteRow key={site.origin} site={site} asset={asset} share={shareOf(site.sent, most)} />
        ))}
      </ul>
      {sites.length > FIRST && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.showFewer : words.showAll(sites.length)}
        </button>
      )}
    </section>
  )
}
