import { expect, it } from 'vitest'
import { recordFigures } from '../figures/record-figures.ts'
import { runHistory, type History } from './run-history.ts'
import { describeFailures, figuresOf, tallyOf } from './tally.ts'

const MINUTES = 60_000

it('survives being killed at every event of a session', { timeout: 10 * MINUTES }, async () => {
  const quiet = await runHistory({ seed: 1, calm: true })
  expect(quiet.violations).toEqual([])
  expect(quiet.packets).toBeGreaterThanOrEqual(40)
  const histories: History[] = []
  // Two seeds: what was on its way to the disk gets there in one and not in the other.
  for (const seed of [1, 2]) {
    for (let event = 1; event <= quiet.events; event++) {
      histories.push(await runHistory({ seed, calm: true, killAt: [event] }))
    }
  }
  const tally = tallyOf(histories)
  recordFigures('Killed at every event', figuresOf(tally))
  expect(describeFailures(tally)).toBe('')
  expect(tally.faults.get('kill')).toBe(histories.length)
  expect(histories.length).toBeGreaterThan(400)
  expect(tally.difference).toBe(0n)
})
