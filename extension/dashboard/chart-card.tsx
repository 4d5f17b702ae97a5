import { useMemo, useState } from 'preact/hooks'
import type { DayLine } from '../../src/history/deltas.ts'
import type { Asset } from '../../src/money/asset.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { formatSpan } from '../ui/format-span.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { chartPoints, type ChartPoint, type Grain } from './chart-points.ts'
import { PointsTable } from './points-table.tsx'
import { SelectField } from './select-field.tsx'
import { SpendingChart } from './spending-chart.tsx'

interface ChartCardProps {
  readonly days: readonly DayLine[]
  readonly asset: Asset
  /** Units without a day. */
  readonly undated: bigint
  readonly rangeId: string
}

const GRAINS: readonly Grain[] = ['day', 'week', 'month']

/** What fits the range, until somebody chooses. */
const usualGrain = (rangeId: string): Grain =>
  rangeId === 'all'
    ? 'month'
    : rangeId.length === 'YYYY'.length && rangeId !== 'week'
      ? 'week'
      : 'day'

const pointName = ({ from }: ChartPoint, grain: Grain): string =>
  grain === 'month'
    ? formatSpan(from.slice(0, 7))
    : grain === 'week'
      ? words.weekOf(formatSpan(from))
      : formatSpan(from)

export const ChartCard = ({ days, asset, undated, rangeId }: ChartCardProps) => {
  const [chosen, choose] = useState<Grain | null>(null)
  const [open, setOpen] = useState(false)
  const grain = chosen ?? usualGrain(rangeId)
  const points = useMemo(() => chartPoints(days, grain), [days, grain])
  // Two years of days have more names than anybody is shown.
  const nameAt = (index: number): string => {
    const point = points.at(index)
    return point ? pointName(point, grain) : ''
  }
  const sum = points.reduce((all, { row }) => all + row.posted, 0n)
  return (
    <section class="card chart-card" aria-labelledby="chart-title">
      <div class="card-head">
        <h3 id="chart-title">{words.chart}</h3>
        <SelectField
          label={words.grain}
          value={grain}
          options={GRAINS.map((one) => [one, words.grains[one]])}
          onChoose={(value) => choose(GRAINS.find((one) => one === value) ?? null)}
        />
      </div>
      {points.length === 0 ? (
        <p class="hint">{words.emptySpan}</p>
      ) : (
        <SpendingChart
          points={points}
          nameAt={nameAt}
          asset={asset}
          label={words.chartLabel(formatAmount(sum.toString(), asset), nameAt(0), nameAt(-1))}
        />
      )}
      {undated > 0n && (
        <p class="hint">{words.undatedMeans(formatAmount(undated.toString(), asset))}</p>
      )}
      <button
        type="button"
        class="quiet"
        aria-expanded={open}
        aria-controls="points-table"
        onClick={() => setOpen(!open)}
      >
        {words.asTable}
      </button>
      <div id="points-table" hidden={!open}>
        {open && <PointsTable {...{ points, nameAt, asset }} />}
      </div>
    </section>
  )
}
