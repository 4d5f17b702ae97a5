import { expect, it } from 'vitest'
import type { PacketId, PeriodId } from '../ledger/entry.ts'
import { createMemoryJournalStore } from '../ledger/testing/memory-journal-store.ts'
import { deliveredUnits, sourceUnits } from '../money/units.ts'
import type { Clock, EpochMs, MonoMs } from '../ports/clock.ts'
import { openBook } from './open-book.ts'

const HOUR = 3_600_000

it('gives no credit for a clock that was set forward while the wallet was stopped', async () => {
  let wall = Date.UTC(2026, 0, 15)
  const clock: Clock = {
    wall: () => wall as EpochMs,
    mono: () => 0 as MonoMs,
    after: () => () => {},
  }
  const ports = {
    clock,
    random: () => new Uint8Array(16),
    journals: createMemoryJournalStore(),
    mirrors: { load: () => Promise.resolve(undefined), save: () => Promise.resolve() },
  }
  const grants = async () => {
    const book = await openBook(ports, 'book', { onStopped() {} })
    const rate = { sent: sourceUnits(1n), delivered: deliveredUnits(1n) }
    const perHour = sourceUnits(360_000_000n)
    const one = { id: 'a', page: 'a', rate, site: 's', ownRate: null, left: perHour }
    const granted = book.paces.tick(clock.mono(), perHour, [one], [], perHour)
    return { book, granted }
  }
  const { book, granted } = await grants()
  expect(granted).toHaveLength(1)
  const at = clock.wall()
  const period = '2026-01' as PeriodId
  await book.journal.write({ kind: 'period', at, period })
  await book.journal.write({ kind: 'limit', at, limit: sourceUnits(1_000_000n) })
  await book.journal.write({
    kind: 'reserve',
    at,
    packet: 'a' as PacketId,
    period,
    amount: sourceUnits(100_000n),
    condition: '',
    expiresAt: at,
    site: 's',
    receiver: 'r',
  })
  wall += HOUR
  expect((await grants()).granted).toEqual([])
})
