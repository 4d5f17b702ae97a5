import type { Asset } from '../asset.ts'
import { html, type Markup } from './html.ts'
import { majorUnits } from './major-units.ts'
import type { Span } from './time-spans.ts'

const two = (number: number): string => String(number).padStart(2, '0')
export const hourName = (date: Date): string => `${two(date.getHours())}:00`
export const dayName = (date: Date): string =>
  date.toLocaleDateString('en', { month: 'short', day: 'numeric' })

/** A bar is at least a pixel high where anything came in: little is not nothing. */
const heights = (all: readonly Span[], most: number): number[] => {
  const highest = all.reduce((max, { units }) => (units > max ? units : max), 1n)
  return all.map(({ units }) =>
    units === 0n ? 0 : Math.max(1.5, (Number(units) / Number(highest)) * most),
  )
}

const bars = (all: readonly Span[], width: number, height: number): Markup[] => {
  const step = width / all.length
  return heights(all, height).map((high, at) => {
    const [x, y] = [(at * step + step * 0.1).toFixed(1), (height - high).toFixed(1)]
    return html`<rect
      x="${x}"
      y="${y}"
      width="${(step * 0.8).toFixed(1)}"
      height="${high.toFixed(1)}"
      rx="1"
    />`
  })
}

/** One row's worth of a chart, with nothing to read but its label. */
export const sparkline = (all: readonly Span[], label: string): Markup =>
  html`<svg class="spark" viewBox="0 0 120 24" role="img" aria-label="${label}">
    <path d="M0 23.5h120" />
    ${bars(all, 120, 23)}
  </svg>`

const WIDTH = 640
const HEIGHT = 140

/** Bars over time, and the same numbers as a table, which is what is read out. */
export const chart = (
  title: string,
  all: readonly Span[],
  asset: Asset,
  name: (start: Date) => string,
): Markup => {
  const highest = all.reduce((max, { units }) => (units > max ? units : max), 0n)
  const step = WIDTH / all.length
  const every = Math.ceil(all.length / 8)
  const marks = all.flatMap(({ startsAt }, at) =>
    at % every === 0
      ? html`<text x="${(at * step).toFixed(1)}" y="${HEIGHT + 20}">${name(startsAt)}</text>`
      : [],
  )
  const rows = all
    .filter(({ packets }) => packets > 0)
    .reverse()
    .map(
      ({ startsAt, units, packets }) =>
        html`<tr>
          <th scope="row">${name(startsAt)}</th>
          <td>${majorUnits(units, asset)}</td>
          <td>${packets}</td>
        </tr>`,
    )
  return html`<figure>
    <figcaption>${title}: at most ${majorUnits(highest, asset)}</figcaption>
    <svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT + 26}" aria-hidden="true">
      <path d="M0 ${HEIGHT + 0.5}h${WIDTH}" />
      ${bars(all, WIDTH, HEIGHT)} ${marks}
    </svg>
    <details>
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Received</th>
            <th scope="col">Packets</th>
          </tr>
        </thead>
        <tbody>
          ${
            rows.length > 0
              ? rows
              : html`<tr>
                  <td colspan="3">Nothing came in.</td>
                </tr>`
          }
        </tbody>
      </table>
    </details>
  </figure>`
}
