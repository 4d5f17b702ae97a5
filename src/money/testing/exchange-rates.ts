import fc from 'fast-check'
import type { ExchangeRate } from '../exchange-rate.ts'
import { deliveredUnits, LARGEST_AMOUNT, sourceUnits } from '../units.ts'

const scale = fc.integer({ min: 0, max: 18 })

/** Measured as the wallet measures: the largest of the library's probes that could pass. */
const measured = fc
  .record({
    from: scale,
    to: scale,
    /** Of one asset in the other, in millionths. */
    price: fc.bigInt(1n, 10n ** 12n),
    probe: fc.constantFrom(1n, 10n ** 3n, 10n ** 6n, 10n ** 9n, 10n ** 12n),
  })
  .map(({ from, to, price, probe }): ExchangeRate => {
    const arrived = (probe * price * 10n ** BigInt(to)) / (10n ** BigInt(from) * 10n ** 6n)
    const delivered = arrived < LARGEST_AMOUNT ? arrived : LARGEST_AMOUNT
    return { delivered: deliveredUnits(delivered), sent: sourceUnits(probe) }
  })

/** Between assets of every scale from 0 to 18, and any fraction that two ILP amounts can make. */
export const exchangeRates: fc.Arbitrary<ExchangeRate> = fc.oneof(
  measured,
  fc.record({
    delivered: fc.bigInt(0n, LARGEST_AMOUNT).map(deliveredUnits),
    sent: fc.bigInt(1n, LARGEST_AMOUNT).map(sourceUnits),
  }),
  fc.record({
    delivered: fc.bigInt(0n, 1_000n).map(deliveredUnits),
    sent: fc.bigInt(1n, 1_000n).map(sourceUnits),
  }),
)
