import { expect, it } from 'vitest'
import { runHistory, type History } from './run-history.ts'
import { printTally, tallyOf } from './tally.ts'

const SEEDS = 2_000
const MINUTES = 60_000

it(`holds its promises in ${SEEDS} random histories`, { timeout: 20 * MINUTES }, async () => {
  const histories: History[] = []
  for (let seed = 1; seed <= SEEDS; seed++) histories.push(await runHistory({ seed }))
  const tally = tallyOf(histories)
  console.log(printTally('Random histories', tally))
  expect(tally.failed).toEqual([])
  expect(tally.difference).toBe(0n)
  expect(tally.packets).toBeGreaterThan(5_000)
  for (const [fault, count] of tally.faults) {
    // A full disk ends its history, so that there cannot be many.
    expect(count, fault).toBeGreaterThanOrEqual(fault === 'disk full' ? 20 : 100)
  }
})
