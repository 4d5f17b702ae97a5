import type { History } from './run-history.ts'

/** The figures of many histories together. */
export interface Tally {
  readonly seeds: number
  readonly packets: number
  readonly prepares: number
  readonly faults: ReadonlyMap<string, number>
  /** Units that had gone and were neither posted nor in doubt. */
  readonly difference: bigint
  readonly failed: readonly History[]
}

export const tallyOf = (histories: readonly History[]): Tally => {
  const faults = new Map<string, number>()
  const add = (name: string, count: number): void =>
    void faults.set(name, (faults.get(name) ?? 0) + count)
  let [packets, prepares, difference] = [0, 0, 0n]
  for (const history of histories) {
    packets += history.packets
    prepares += history.prepares
    const known = history.posted + history.inDoubt
    difference += history.gone > known ? history.gone - known : 0n
    for (const [fault, count] of history.faults) add(fault, count)
    for (const kind of history.receivers) if (kind !== 'honest') add(`receiver ${kind}`, 1)
  }
  const failed = histories.filter(({ violations }) => violations.length > 0)
  return { seeds: histories.length, packets, prepares, faults, difference, failed }
}

/** One line a figure; failures with the command that replays them. */
export const printTally = (title: string, tally: Tally): string => {
  const { seeds, packets, prepares, faults, difference, failed } = tally
  const lines = [
    `${title}: ${seeds} histories, ${packets} money packets, ${prepares} prepares, ${difference} units of difference`,
    ...[...faults].sort().map(([fault, count]) => `  ${fault}: ${count}`),
    ...failed.map(
      ({ seed, violations }) =>
        `  FAILED seed ${seed}: ${violations[0] ?? ''}\n    replay: npm run test:simulate -- --seed ${seed}`,
    ),
  ]
  return lines.join('\n')
}
