import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import type { Asset } from '../../src/money/asset.ts'
import { formatAmount } from '../ui/format-amount.ts'
import type { ChartPoint } from './chart-points.ts'

interface SpendingChartProps {
  readonly points: readonly ChartPoint[]
  readonly nameAt: (index: number) => string
  readonly asset: Asset
  readonly label: string
}

const HEIGHT = 220
const AXIS_SIZE = 88
const LABEL_WIDTH = 110

/** Between marks, in smallest units: without the quarters, whose third decimal would be rounded away. */
const STEPS = Array.from({ length: 54 }, (_, at) => [1, 2, 5][at % 3]! * 10 ** Math.floor(at / 3))

/** What changes the tokens: a canvas keeps what was drawn. */
const COLOURS = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
]

/** Smallest units as a number: near enough to be drawn, never shown or counted with. */
const drawn = (units: bigint): number => Number(units)

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** With as many decimals as it takes to tell them apart. */
const marks = (splits: readonly number[], asset: Asset, finer = 0): string[] => {
  const written = splits.map((at) =>
    formatAmount(BigInt(Math.round(at)).toString(), asset, { finer }),
  )
  const alike = new Set(written).size < written.length
  return alike && finer < asset.scale ? marks(splits, asset, finer + 1) : written
}

const optionsFor = (
  { points, nameAt, asset }: SpendingChartProps,
  width: number,
): uPlot.Options => {
  const axis: uPlot.Axis = {
    stroke: () => token('--chart-words'),
    grid: { stroke: () => token('--chart-lines'), width: 1 },
    ticks: { show: false },
    font: `12px ${token('--face')}`,
  }
  const paths = uPlot.paths.bars?.({ size: [0.7, 48], radius: 0.12 })
  const bar = (colour: string): uPlot.Series => ({
    fill: () => token(colour),
    width: 0,
    ...(paths && { paths }),
    points: { show: false },
  })
  return {
    width,
    height: HEIGHT,
    padding: [16, 48, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [-0.6, points.length - 0.4] },
      y: { range: (_, _least, most) => [0, most > 0 ? most * 1.05 : 1] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 32,
        space: LABEL_WIDTH,
        incrs: [1, 2, 3, 6, 7, 12, 14, 28, 30, 60, 90, 180, 365],
        values: (_, splits) => splits.map((at) => (at in points ? nameAt(at) : '')),
      },
      {
        ...axis,
        size: AXIS_SIZE,
        incrs: STEPS,
        values: (_, splits) => marks(splits, asset),
      },
    ],
    // What is in doubt stands on what is sent: drawn first, and taller.
    series: [{}, bar('--chart-doubt'), bar('--chart-sent')],
  }
}

/** Drawn on a canvas; what it says is in its label and in the table beside it. */
export const SpendingChart = (props: SpendingChartProps) => {
  const { points, asset, label } = props
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const host = place.current
    if (!host) return
    const data: uPlot.AlignedData = [
      points.map((_, index) => index),
      points.map(({ row }) => drawn(row.posted + row.inDoubt)),
      points.map(({ row }) => drawn(row.posted)),
    ]
    const chart = new uPlot(optionsFor(props, host.clientWidth), data, host)
    const size = new ResizeObserver(() =>
      chart.setSize({ width: host.clientWidth, height: HEIGHT }),
    )
    size.observe(host)
    const redraw = () => chart.redraw()
    const colours = COLOURS.map((query) => matchMedia(query))
    for (const query of colours) query.addEventListener('change', redraw)
    return () => {
      for (const query of colours) query.removeEventListener('change', redraw)
      size.disconnect()
      chart.destroy()
    }
  }, [points.map(({ from, row }) => `${from} ${row.posted} ${row.inDoubt}`).join(), asset.code])
  return <div class="chart" ref={place} role="img" aria-label={label} />
}
