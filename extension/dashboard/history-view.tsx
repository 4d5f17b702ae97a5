import { useMemo, useState } from 'preact/hooks'
import type { DayLine } from '../../src/history/deltas.ts'
import { NAMELESS } from '../../src/history/nameless.ts'
import { addRows, NO_HISTORY } from '../../src/history/row.ts'
import { BEFORE } from '../../src/history/span.ts'
import type { Send } from '../popup/wallet-link.ts'
import { formatSpan } from '../ui/format-span.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { parseBookName } from './book-asset.ts'
import { ChartCard } from './chart-card.tsx'
import { ExportCard } from './export-card.tsx'
import type { HistoryRange } from './history-range.ts'
import { SelectField } from './select-field.tsx'
import { SitePages } from './site-pages.tsx'
import { SitesTable } from './sites-table.tsx'
import { TotalsCard } from './totals-card.tsx'
import type { History } from './use-history.ts'

interface HistoryViewProps {
  readonly history: History
  readonly rangeId: string
  readonly setRange: (id: string) => void
  readonly choose: (book: string) => void
  readonly send: Send
}

const rangeWords = (id: string): string =>
  id === 'all' ? words.all : id === 'week' ? words.lastWeek : formatSpan(id)

const sumDays = (days: readonly DayLine[], range: HistoryRange) => {
  const shown = days.filter(({ day }) => range.holds(day))
  return {
    shown,
    total: shown.reduce((sum, { row }) => addRows(sum, row), NO_HISTORY),
    undated: shown.find(({ day }) => day === BEFORE)?.row.posted ?? 0n,
  }
}

export const HistoryView = (props: HistoryViewProps) => {
  const { history, rangeId, setRange, choose, send } = props
  const [site, setSite] = useState<string | null>(null)
  const { days, range, ranges, lines, reading } = history
  const book = useMemo(() => parseBookName(history.book), [history.book])
  const { shown, total, undated } = useMemo(() => sumDays(days, range), [days, range])
  if (!book) return <p class="card error">{words.failed}</p>
  const books = history.books.flatMap((name) => parseBookName(name) ?? [])
  return (
    <>
      <div class="choices">
        <SelectField
          label={words.range}
          value={rangeId}
          options={ranges.map(({ id }) => [id, rangeWords(id)])}
          onChoose={setRange}
        />
        {books.length > 1 && (
          <SelectField
            label={words.book}
            value={book.name}
            options={books.map(({ name, ilpAddress, asset, repair }) => [
              name,
              words.bookName(ilpAddress, asset.code, repair),
            ])}
            onChoose={choose}
          />
        )}
      </div>
      <TotalsCard total={total} asset={book.asset} />
      <ChartCard days={shown} asset={book.asset} undated={undated} rangeId={rangeId} />
      <SitesTable {...{ lines, reading }} asset={book.asset} onOpen={setSite} />
      {site !== null && site !== NAMELESS && (
        <SitePages
          key={`${book.name} ${site}`}
          {...{ history, site, send }}
          asset={book.asset}
          onClose={() => setSite(null)}
        />
      )}
      <ExportCard history={history} book={book} />
    </>
  )
}
