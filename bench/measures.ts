import { markdownTable } from './markdown-table.ts'
import { quantile } from './quantile.ts'

/** A dash where it was not measured. */
const figure = (value = NaN, digits: number): string =>
  Number.isNaN(value) ? '–' : value.toFixed(digits)

/** Milliseconds, but for what is named otherwise. */
export type Sample = Readonly<Record<string, number>>

/** What was measured, by row and then by extension. */
export class Measures {
  readonly #values = new Map<string, Map<string, number[]>>()

  add(page: string, extension: string, sample: Sample): void {
    for (const [name, value] of Object.entries(sample)) {
      const row = `${page}: ${name}`
      const values = this.#values.get(row) ?? new Map<string, number[]>()
      this.#values.set(row, values)
      values.set(extension, [...(values.get(extension) ?? []), value])
    }
  }

  /** Medians, and how many times the floor's each is. */
  rows(): { row: string; medians: Record<string, number>; timesFloor: Record<string, number> }[] {
    return [...this.#values].map(([row, values]) => {
      const medians = Object.fromEntries(
        [...values].map(([extension, all]) => [extension, quantile(all, 0.5)]),
      )
      const floor = medians['floor'] ?? NaN
      const timesFloor = Object.fromEntries(
        Object.entries(medians).map(([extension, median]) => [extension, median / floor]),
      )
      return { row, medians, timesFloor }
    })
  }

  table(extensions: readonly string[]): string {
    const compared = extensions.filter((name) => name !== 'none' && name !== 'floor')
    const head = ['', ...extensions, ...compared.map((name) => `${name} ÷ floor`)]
    const lines = this.rows().map(({ row, medians, timesFloor }) => [
      row,
      ...extensions.map((name) => figure(medians[name], 1)),
      // Times next to nothing say nothing.
      ...compared.map((name) => ((medians['floor'] ?? 0) < 1 ? '–' : figure(timesFloor[name], 2))),
    ])
    return markdownTable(head, lines)
  }
}
