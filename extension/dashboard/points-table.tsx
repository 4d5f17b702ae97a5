import type { Asset } from '../../src/money/asset.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import type { ChartPoint } from './chart-points.ts'

interface PointsTableProps {
  readonly points: readonly ChartPoint[]
  readonly nameAt: (index: number) => string
  readonly asset: Asset
}

/** The chart in figures, latest first; times at which nothing was paid are left out. */
export const PointsTable = ({ points, nameAt, asset }: PointsTableProps) => {
  const rows = points
    .map((point, index) => ({ ...point, index }))
    .filter(({ row }) => row.posted > 0n || row.inDoubt > 0n)
    .reverse()
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.sent}</th>
          <th scope="col">{words.inDoubt}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ from, index, row }) => (
          <tr key={from}>
            <th scope="row">{nameAt(index)}</th>
            <td>{formatAmount(row.posted.toString(), asset)}</td>
            <td>{row.inDoubt > 0n ? formatAmount(row.inDoubt.toString(), asset) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
