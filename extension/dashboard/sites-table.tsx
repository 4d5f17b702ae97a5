import { useId, useMemo, useState } from 'preact/hooks'
import type { HistoryLine } from '../../src/history/deltas.ts'
import type { Asset } from '../../src/money/asset.ts'
import { TextField } from '../popup/text-field.tsx'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { ColumnHeads } from './column-heads.tsx'
import { Pager } from './pager.tsx'
import { SitesRow } from './sites-row.tsx'
import { findSites, sortSites, type SortKey } from './sort-sites.ts'
import { pressedColumn, type TableOrder } from './table-order.ts'
import { usePages } from './use-pages.ts'

interface SitesTableProps {
  readonly lines: readonly HistoryLine[]
  /** These lines are about to be replaced by those of another range. */
  readonly reading: boolean
  readonly asset: Asset
  readonly onOpen: (site: string) => void
}

const COLUMNS: readonly (readonly [SortKey, string])[] = [
  ['site', words.site],
  ['sent', words.sent],
  ['doubt', words.inDoubt],
  ['packets', words.packets],
]

export const SitesTable = ({ lines, reading, asset, onOpen }: SitesTableProps) => {
  const [typed, type] = useState('')
  const [order, setOrder] = useState<TableOrder<SortKey>>({ key: 'sent', down: true })
  const title = useId()
  const sorted = useMemo(() => sortSites(lines, order), [lines, order])
  const found = useMemo(() => findSites(sorted, typed), [sorted, typed])
  const { shown, page, pages, turn } = usePages(found)
  const sortBy = (key: SortKey) => {
    setOrder(pressedColumn(order, key))
    turn(0)
  }
  return (
    <section class="card sites-card" aria-labelledby={title} aria-busy={reading}>
      <h3 id={title}>{words.sites}</h3>
      <TextField
        label={words.search}
        value={typed}
        onType={(text) => (type(text), turn(0))}
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
              <ColumnHeads columns={COLUMNS} order={order} onPress={sortBy} />
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
      <Pager page={page} pages={pages} onTurn={turn} />
    </section>
  )
}
