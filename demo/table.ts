import { ACCOUNT_ASSET } from './account-asset.ts'
import { amountWords } from './amount-words.ts'
import type { Figures } from './figures.ts'

const HEAD = ['site', 'payment pointer', 'sent', 'delivered', 'receiver has'] as const
const LEFT_ALIGNED = 2

/** The figures of a run as lines of text; the site in front is marked. */
export const table = (run: Figures, front: string | null): string[] => {
  const mine = (units: bigint) => amountWords(units, ACCOUNT_ASSET)
  const rows = run.tags.map(({ origin, pointer, sent, delivered, record, asset }) => [
    `${origin === front ? '>' : ' '} ${origin.replace('http://', '')}`,
    pointer,
    mine(sent),
    amountWords(delivered, asset),
    amountWords(record, asset),
  ])
  const { spent, left, limit, inDoubt } = run.budget
  const sums = [
    `spent ${mine(spent)}`,
    `connector's debit ${mine(run.debit)}`,
    ...(inDoubt === 0n ? [] : [`in doubt ${mine(inDoubt)}`]),
    `left ${mine(left)} of ${mine(limit)}`,
  ]
  return [...aligned([[`  ${HEAD[0]}`, ...HEAD.slice(1)], ...rows]), '', `  ${sums.join('   ')}`]
}

const aligned = (rows: readonly (readonly string[])[]): string[] => {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const widths = HEAD.map((_, column) => width(column))
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at < LEFT_ALIGNED ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  '),
  )
}
