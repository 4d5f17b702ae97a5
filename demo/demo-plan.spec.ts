import { describe, expect, it } from 'vitest'
import { demoPlan } from './demo-plan.ts'

const USD = 1_000_000_000n
const plan = (seconds?: number, rate?: bigint, budget?: bigint) =>
  demoPlan({ seconds, rate, budget }, 4)

describe('demoPlan', () => {
  it('runs on at a cent a second, with a budget for an hour', () => {
    expect(plan()).toEqual({
      turnMs: 10_000,
      runMs: null,
      ratePerHour: 36n * USD,
      budget: 36n * USD,
    })
  })

  it('gives each site its turn in the time there is', () => {
    expect(plan(40).turnMs).toBe(10_000)
    expect(plan(20).turnMs).toBe(5_000)
    expect(plan(400).turnMs).toBe(10_000)
  })

  it.each([1, 4, 8, 20, 39.5, 40, 600])(
    'brings two cents together in half of half a turn of %d s',
    (seconds) => {
      const { turnMs, ratePerHour } = plan(seconds)
      const inTurn = (Number(ratePerHour) * turnMs) / 3_600_000
      expect(inTurn / 4).toBeGreaterThanOrEqual(20_000_000)
    },
  )

  it.each([1, 40, 7_200, 100_000])('has a budget larger than what %d s cost', (seconds) => {
    const { budget, ratePerHour } = plan(seconds)
    expect(Number(budget)).toBeGreaterThan((Number(ratePerHour) * seconds) / 3_600)
  })

  it('takes the rate and the budget that it is told', () => {
    expect(plan(40, 7n, 3n)).toMatchObject({ ratePerHour: 7n, budget: 3n })
  })
})
