import type { Figures } from '../figures/record-figures.ts'
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

/** Faults are named `fault: kind`; kills stand by themselves, as other proofs count them too. */
export const figuresOf = ({ seeds, packets, faults, difference }: Tally): Figures => ({
  histories: seeds,
  kills: faults.get('kill') ?? 0,
  packets,
  ...Object.fromEntries(
    [...faults]
      .filter(([fault]) => fault !== 'kill')
      .sort()
      .map(([fault, count]) => [`fault: ${fault}`, count]),
  ),
  'units of difference': difference,
})

/** The histories that failed, each with the command that replays it; empty where none did. */
export const describeFailures = ({ failed }: Tally): string =>
  failed
    .map(
      ({ seed, violations }) =>
        `FAILED seed ${seed}: ${violations[0] ?? ''}\n  replay: npm run test:simulate -- --seed ${seed}`,
    )
    .join('\n')
