import type { Delivered, PacketId, PeriodId } from '../src/ledger/entry.ts'
import { deliveredUnits, sourceUnits } from '../src/money/units.ts'
import type { EpochMs } from '../src/ports/clock.ts'
import type { DayId } from '../src/ports/history-change.ts'

/** Hexadecimal. */
const random = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

export interface Payment {
  readonly at: EpochMs
  readonly period: PeriodId
  readonly day?: DayId
  /** Smallest units. */
  readonly amount: bigint
  /** The number of its site. */
  readonly site: number
}

export const siteOrigin = (site: number): string => `https://site${site}.example`

const EUROS: Delivered['asset'] = { code: 'EUR', scale: 9 }

/** What the journal gets of one packet: its reservation, and that nine tenths of it arrived. */
export const paidPacket = ({ at, period, day, amount, site }: Payment) => {
  const packet = random(16) as PacketId
  const reserve = {
    kind: 'reserve' as const,
    at,
    packet,
    period,
    amount: sourceUnits(amount),
    condition: random(32),
    expiresAt: (at + 30_000) as EpochMs,
    site: siteOrigin(site),
    receiver: `https://wallet.example/people/${site}`,
    ...(day && { day }),
  }
  const delivered = { amount: deliveredUnits((amount * 9n) / 10n), asset: EUROS }
  return [reserve, { kind: 'post' as const, at, packet, delivered }] as const
}
