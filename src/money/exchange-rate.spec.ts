import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recordFigures } from '../../tests/figures/record-figures.ts'
import { deliveredFor, leastFor, type ExchangeRate } from './exchange-rate.ts'
import { exchangeRates } from './testing/exchange-rates.ts'
import { deliveredUnits, LARGEST_AMOUNT, sourceUnits } from './units.ts'

const CASES = 60_000
const units = fc.oneof(fc.bigInt(0n, LARGEST_AMOUNT), fc.bigInt(0n, 10_000n))

it('delivers what a connector delivers: rounded down, once', () => {
  const check = (rate: ExchangeRate, amount: bigint): void => {
    const got = deliveredFor(rate, sourceUnits(amount))
    // No division: `got` is the one number that fits.
    expect(got * rate.sent <= amount * rate.delivered).toBe(true)
    expect((got + 1n) * rate.sent > amount * rate.delivered).toBe(true)
  }
  fc.assert(fc.property(exchangeRates, units, check), { numRuns: CASES })
})

it('knows the least that delivers: not a unit less would', () => {
  let cases = 0
  const check = (rate: ExchangeRate, wanted: bigint): void => {
    cases += 1
    const least = leastFor(rate, deliveredUnits(wanted))
    if (least === null) {
      expect(rate.delivered).toBe(0n)
      return
    }
    expect(deliveredFor(rate, least) >= wanted).toBe(true)
    if (least > 0n) expect(deliveredFor(rate, sourceUnits(least - 1n)) < wanted).toBe(true)
    // What an amount delivers costs no more than that amount, and delivers the same again.
    const back = leastFor(rate, deliveredFor(rate, least))
    expect(back).toBe(least)
  }
  fc.assert(fc.property(exchangeRates, units, check), { numRuns: CASES })
  recordFigures('rounding', { 'roundings checked': cases + CASES })
  expect(cases).toBe(CASES)
})

it('knows that nothing ever arrives at a rate of 0', () => {
  const nothing = { delivered: deliveredUnits(0n), sent: sourceUnits(10n) }
  expect(leastFor(nothing, deliveredUnits(1n))).toBeNull()
  expect(deliveredFor(nothing, sourceUnits(LARGEST_AMOUNT))).toBe(0n)
})
