import type { HistoryLine } from '../../src/history/deltas.ts'
import { NAMELESS } from '../../src/history/nameless.ts'
import type { Asset } from '../../src/money/asset.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { formatCount } from '../ui/format-count.ts'
import { shownOrigin } from '../ui/shown-origin.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'

interface SitesRowProps {
  readonly line: HistoryLine
  readonly asset: Asset
  readonly onOpen: (site: string) => void
}

export const SitesRow = ({ line: { site, row }, asset, onOpen }: SitesRowProps) => {
  const name = shownOrigin(site)
  return (
    <tr data-origin={site} data-sent={row.posted.toString()} data-in-doubt={row.inDoubt.toString()}>
      <th scope="row">
        {site === NAMELESS ? (
          <span class="hint">{words.nameless}</span>
        ) : (
          <button
            type="button"
            class="site-name"
            title={site}
            aria-label={words.details(name)}
            onClick={() => onOpen(site)}
          >
            <bdi>{name}</bdi>
          </button>
        )}
      </th>
      <td>{formatAmount(row.posted.toString(), asset)}</td>
      <td class={row.inDoubt > 0n ? 'in-doubt' : ''}>
        {row.inDoubt > 0n ? formatAmount(row.inDoubt.toString(), asset) : '–'}
      </td>
      <td>{formatCount(row.packets)}</td>
      <td>
        {row.delivered.map((sum) => formatAmount(sum.amount.toString(), sum.asset)).join(' + ') ||
          '–'}
      </td>
    </tr>
  )
}
