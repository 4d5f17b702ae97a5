import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { recordFigures } from '../../tests/figures/record-figures.ts'
import type { PeriodId } from '../ledger/entry.ts'
import type { EpochMs } from '../ports/clock.ts'
import { endOf, nextPeriod, periodOf } from './period.ts'
import { MONTH_ENDS } from './testing/month-ends.ts'

const HOUR = 3_600_000
const home = process.env['TZ']
afterEach(() => {
  if (home === undefined) delete process.env['TZ']
  else process.env['TZ'] = home
})

const at = (ms: number) => ms as EpochMs
const id = (text: string) => text as PeriodId
const after = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

describe('the end of a month', () => {
  for (const what of new Set(MONTH_ENDS.map((row) => row.what))) {
    it(`is the first instant of the next one: ${what}`, () => {
      for (const { zone, month, end } of MONTH_ENDS.filter((row) => row.what === what)) {
        process.env['TZ'] = zone
        const seen = {
          end: new Date(endOf(id(month))).toISOString(),
          before: periodOf(at(end - 1)),
          then: periodOf(at(end)),
          next: [at(end - 1), at(end)].map((now) => nextPeriod(id(month), now)),
          back: nextPeriod(id(after(month)), at(end - 1)),
        }
        expect(seen, `${zone} ${month}`).toEqual({
          end: new Date(end).toISOString(),
          before: month,
          then: after(month),
          next: [null, after(month)],
          back: null,
        })
      }
    })
  }

  it('is known by name at least 200 times', () => {
    const names = new Set(MONTH_ENDS.map(({ zone, month }) => `${zone} ${month}`))
    const zones = new Set(MONTH_ENDS.map(({ zone }) => zone))
    recordFigures('ends of months', { 'by name': names.size, zones: zones.size })
    expect(names.size).toBe(MONTH_ENDS.length)
    expect(names.size).toBeGreaterThanOrEqual(200)
    expect(zones.size).toBeGreaterThanOrEqual(60)
  })

  it('is not undone where the first minute of a month comes twice', () => {
    process.env['TZ'] = 'America/St_Johns'
    const end = endOf(id('2009-10'))
    // At 00:01 on the first of November clocks went back to 23:01 on the last of October.
    expect(periodOf(at(end + 61_000))).toBe('2009-10')
    expect(nextPeriod(id('2009-11'), at(end + 61_000))).toBeNull()
    expect(nextPeriod(id('2009-11'), at(end + HOUR))).toBeNull()
  })

  it('agrees with the month of every instant, in every zone', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    let instants = 0
    const check = (zone: string, moments: readonly number[]): void => {
      process.env['TZ'] = zone
      const parts = new Intl.DateTimeFormat('en', {
        timeZone: zone,
        year: 'numeric',
        month: '2-digit',
      })
      for (const moment of moments) {
        instants += 1
        const { year, month } = Object.fromEntries(
          parts.formatToParts(moment).map(({ type, value }) => [type, value]),
        )
        const period = periodOf(at(moment))
        expect(period).toBe(`${year}-${month}`)
        const end = endOf(period)
        expect([periodOf(at(end - 1)), periodOf(end)]).toEqual([period, after(period)])
        // An hour: the hour before the end may come again after it.
        expect(end + HOUR).toBeGreaterThan(moment)
        expect(end - moment).toBeLessThan(32 * 24 * HOUR)
      }
    }
    // Half of them near the end of a month.
    const moment = fc.oneof(
      fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
      fc
        .tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: -14 * HOUR, max: 14 * HOUR }))
        .map(([month, off]) => Date.UTC(1971, month) + off),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.array(moment, { minLength: 40, maxLength: 80 }),
        check,
      ),
      { numRuns: 300 },
    )
    recordFigures('ends of months', { 'random instants': instants })
    expect(instants).toBeGreaterThanOrEqual(10_000)
  })
})
