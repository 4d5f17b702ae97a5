import { markdownTable } from '../markdown-table.ts'
import { quantile } from '../quantile.ts'

/** What was measured at each size, by row. */
export class Curves {
  readonly #rows = new Map<string, Map<number, number[]>>()

  add(row: string, size: number, value: number): void {
    const sizes = this.#rows.get(row) ?? new Map<number, number[]>()
    this.#rows.set(row, sizes)
    sizes.set(size, [...(sizes.get(size) ?? []), value])
  }

  /** Medians. */
  rows(): { readonly row: string; readonly medians: Readonly<Record<number, number>> }[] {
    return [...this.#rows].map(([row, sizes]) => ({
      row,
      medians: Object.fromEntries([...sizes].map(([size, all]) => [size, quantile(all, 0.5)])),
    }))
  }

  table(what: string, sizes: readonly number[]): string {
    const lines = this.rows().map(({ row, medians }) => [
      row,
      ...sizes.map((size) => medians[size]?.toFixed(1) ?? '–'),
    ])
    return markdownTable([what, ...sizes.map((size) => size.toLocaleString('en'))], lines)
  }
}
