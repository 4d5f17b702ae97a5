import { expect, it } from 'vitest'
import { runHistory, type History } from './run-history.ts'
import { printTally, tallyOf } from './tally.ts'

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
  console.log(printTally('Killed at every event', tally))
  expect(tally.failed).toEqual([])
  expect(tally.faults.get('kill')).toBe(histories.length)
  expect(histories.length).toBeGreaterThan(400)
  expect(tally.difference).toBe(0n)
})
