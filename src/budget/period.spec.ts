import { describe, expect, it } from 'vitest'
import type { PeriodId } from '../ledger/entry.ts'
import type { EpochMs } from '../ports/clock.ts'
import { endOf, nextPeriod, periodOf } from './period.ts'

const at = (...parts: [number, number, number, number?, number?, number?]) =>
  new Date(...parts).getTime() as EpochMs
const id = (text: string) => text as PeriodId

describe('periods', () => {
  it.each([
    [at(2026, 10, 30, 23, 59, 59), '2026-11', at(2026, 11, 1)],
    [at(2026, 11, 31, 23, 59, 59), '2026-12', at(2027, 0, 1)],
    [at(2028, 1, 29), '2028-02', at(2028, 2, 1)],
  ])('%d is in %s', (moment, period, end) => {
    expect(periodOf(moment)).toBe(period)
    expect(endOf(id(period))).toBe(end)
    expect(periodOf(end)).not.toBe(period)
  })

  it('goes forward, never back', () => {
    expect(nextPeriod(null, at(2026, 10, 5))).toBe('2026-11')
    expect(nextPeriod(id('2026-11'), at(2026, 10, 30))).toBeNull()
    expect(nextPeriod(id('2026-11'), at(2026, 11, 1))).toBe('2026-12')
    expect(nextPeriod(id('2026-11'), at(2025, 11, 1))).toBeNull()
  })
})
