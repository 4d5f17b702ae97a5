import fc from 'fast-check'
import { deliveredUnits, sourceUnits } from '../../money/units.ts'
import type { EpochMs } from '../../ports/clock.ts'
import type { DayId } from '../../ports/history-change.ts'
import type { Entry, PacketId, PeriodId } from '../entry.ts'

const at = 1e12 as EpochMs
const PERIODS = ['2026-10', '2026-11', '2026-12']
const DAYS = ['2026-10-31', '2026-11-01', '2026-11-02', '2026-12-25', undefined] as DayId[]
const ASSETS = [
  { code: 'EUR', scale: 9 },
  { code: 'EUR', scale: 2 },
  { code: 'XRP', scale: 6 },
]

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('reserve'), n: fc.nat(9), m: fc.nat(4) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('post'), n: fc.nat(9), m: fc.nat(3) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('void', 'doubt'), n: fc.nat(9), m: fc.nat(3) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('period', 'carry', 'forget', 'probe', 'probe-end'),
      n: fc.nat(9),
      m: fc.nat(2),
    }),
  },
)

/** Entries of a few packets, sites and days in any order; those that cannot follow are for the fold to refuse. */
export const anyEntries: fc.Arbitrary<Entry[]> = fc
  .array(step, { maxLength: 60, size: 'max' })
  .map((steps) => {
    const reserved = new Map<number, number>()
    const id = (n: number) => `packet ${n} ${reserved.get(n) ?? 0}` as PacketId
    let period = 0
    const entries = steps.map(({ do: kind, n, m }): Entry => {
      const packet = id(n)
      if (kind === 'post') {
        const asset = ASSETS[m]
        const delivered = asset ? { asset, amount: deliveredUnits(BigInt(n + 1)) } : null
        return { kind, at, packet, delivered }
      }
      if (kind === 'void') return { kind, at, packet, code: 'F99' }
      if (kind === 'doubt') return { kind, at, packet, why: 'no-answer' }
      if (kind === 'carry') return { kind, at, amount: sourceUnits(BigInt(n)) }
      if (kind === 'probe') return { kind, at, packet, amount: sourceUnits(5n) }
      if (kind === 'probe-end') return { kind, at, packet }
      if (kind === 'period') {
        period = Math.min(period + 1, 2)
        return { kind, at, period: PERIODS[period] as PeriodId }
      }
      if (kind === 'forget')
        return {
          kind,
          at,
          site: n > 4 ? '' : `https://site${m}.example`,
          keep: '2026-11',
          capped: n % 2 === 0 ? 'https://site0.example https://site1.example' : '',
        }
      reserved.set(n, (reserved.get(n) ?? 0) + 1)
      const day = DAYS[m]
      return {
        kind: 'reserve',
        at,
        packet: id(n),
        period: PERIODS[period] as PeriodId,
        amount: sourceUnits(BigInt(10 * n + 1)),
        condition: id(n),
        expiresAt: at,
        site: `https://site${n % 3}.example`,
        receiver: 'https://wallet.example/a',
        ...(day !== undefined && { day }),
      }
    })
    return [
      { kind: 'limit', at, limit: sourceUnits(10n ** 9n) },
      { kind: 'period', at, period: PERIODS[0] as PeriodId },
      ...entries,
    ]
  })
