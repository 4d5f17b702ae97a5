import { expect, it } from 'vitest'
import { recordFigures } from '../figures/record-figures.ts'
import { runHistory, type History } from './run-history.ts'
import { describeFailures, figuresOf, tallyOf } from './tally.ts'

const SEEDS = 2_000
const MINUTES = 60_000

it(`holds its promises in ${SEEDS} random histories`, { timeout: 20 * MINUTES }, async () => {
  const histories: History[] = []
  for (let seed = 1; seed <= SEEDS; seed++) histories.push(await runHistory({ seed }))
  const tally = tallyOf(histories)
  recordFigures('Random histories', figuresOf(tally))
  expect(describeFailures(tally)).toBe('')
  expect(tally.difference).toBe(0n)
  expect(tally.packets).toBeGreaterThan(5_000)
  for (const [fault, count] of tally.faults) {
    // A full disk ends its history, so that there cannot be many.
    expect(count, fault).toBeGreaterThanOrEqual(fault === 'disk full' ? 20 : 100)
  }
})
