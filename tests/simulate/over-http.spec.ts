import { expect, it } from 'vitest'
import { recordFigures } from '../figures/record-figures.ts'
import { runHistory, type History } from './run-history.ts'
import { figuresOf, tallyOf } from './tally.ts'

const SEEDS = 400
const MINUTES = 60_000

it(`holds its promises in ${SEEDS} histories over HTTP`, { timeout: 20 * MINUTES }, async () => {
  const histories: History[] = []
  for (let seed = 1; seed <= SEEDS; seed++) {
    histories.push(await runHistory({ seed, overHttp: true }))
  }
  const tally = tallyOf(histories)
  recordFigures('Random histories over HTTP', figuresOf(tally))
  const failed = tally.failed.map(
    ({ seed, violations }) => `--http --seed ${seed}: ${violations[0]}`,
  )
  expect(failed.join('\n')).toBe('')
  expect(tally.difference).toBe(0n)
  expect(tally.packets).toBeGreaterThan(1_000)
  for (const fault of [
    'answer lost',
    'answer late',
    'cut socket',
    'half-open socket',
    'junk frame',
    'kill',
  ])
    expect(tally.faults.get(fault), fault).toBeGreaterThanOrEqual(20)
})
