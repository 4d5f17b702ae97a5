import { markdownTable } from '../markdown-table.ts'
import { quantile } from '../quantile.ts'

export interface InteractionRow {
  readonly name: string
  /** How often it was timed; the times are milliseconds. */
  readonly count: number
  readonly median: number
  readonly worst: number
}

/** How long interactions took, by their names. */
export class InteractionTimes {
  readonly #times = new Map<string, number[]>()

  add(times: readonly (readonly [name: string, ms: number])[]): void {
    for (const [name, ms] of times) this.#times.set(name, [...(this.#times.get(name) ?? []), ms])
  }

  rows(): readonly InteractionRow[] {
    return [...this.#times].map(([name, all]) => ({
      name,
      count: all.length,
      median: quantile(all, 0.5),
      worst: Math.max(...all),
    }))
  }

  table(): string {
    const lines = this.rows().map(({ name, count, median, worst }) => [
      name,
      String(count),
      median.toFixed(0),
      worst.toFixed(0),
    ])
    return markdownTable(['', 'times', 'median', 'worst'], lines)
  }
}
