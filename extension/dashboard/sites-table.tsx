import { useId, useMemo, useState } from 'preact/hooks'
import type { HistoryLine } from '../../src/history/deltas.ts'
import type { Asset } from '../../src/money/asset.ts'
import { TextField } from '../popup/text-field.tsx'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { PAGE_ROWS, Pager } from './pager.tsx'
import { SitesRow } from './sites-row.tsx'
import { sortSites, type SortBy, type SortKey } from './sort-sites.ts'

interface SitesTableProps {
  readonly lines: readonly HistoryLine[]
  readonly asset: Asset
  readonly onOpen: (site: string) => void
}

const COLUMNS: readonly (readonly [SortKey, string])[] = [
  ['site', words.site],
  ['sent', words.sent],
  ['doubt', words.inDoubt],
  ['packets', words.packets],
]

export const SitesTable = ({ lines, asset, onOpen }: SitesTableProps) => {
  const [typed, type] = useState('')
  const [sort, setSort] = useState<SortBy>({ key: 'sent', down: true })
  const [at, setAt] = useState(0)
  const title = useId()
  const found = useMemo(() => sortSites(lines, typed, sort), [lines, typed, sort])
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS))
  const page = Math.min(at, pages - 1)
  const shown = found.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)
  const sortBy = (key: SortKey) => {
    setSort({ key, down: sort.key === key ? !sort.down : key !== 'site' })
    setAt(0)
  }
  const direction = (key: SortKey) =>
    sort.key === key ? (sort.down ? 'descending' : 'ascending') : 'none'
  return (
    <section class="card sites-card" aria-labelledby={title}>
      <h3 id={title}>{words.sites}</h3>
      <TextField
        label={words.search}
        value={typed}
        onType={(text) => (type(text), setAt(0))}
        free
        error={null}
      />
      <p class="hint" role="status" data-found={found.length}>
        {found.length === 0 ? words.none : words.found(found.length)}
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.sitesTable}>
        <table class="rows">
          <thead>
            <tr>
              {COLUMNS.map(([key, text]) => (
                <th key={key} scope="col" aria-sort={direction(key)}>
                  <button type="button" class="sort" onClick={() => sortBy(key)}>
                    {text}
                  </button>
                </th>
              ))}
              <th scope="col">{words.received}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <SitesRow key={line.site} {...{ line, asset, onOpen }} />
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} pages={pages} onTurn={setAt} />
    </section>
  )
}
