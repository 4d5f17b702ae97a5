import { beforeEach, describe, expect, it } from 'vitest'
import { openJournal, type Journal } from '../ledger/journal.ts'
import { createMemoryJournalStore } from '../ledger/testing/memory-journal-store.ts'
import type { Clock, EpochMs, MonoMs } from '../ports/clock.ts'
import { createRenewal, type Renewal } from './renewal.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const noMirrors = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() }

let wall: number
let mono: number
let store: ReturnType<typeof createMemoryJournalStore>
const clock: Clock = {
  wall: () => wall as EpochMs,
  mono: () => mono as MonoMs,
  after: () => () => {},
}
/** Time goes by; the wall clock may go otherwise than it should. */
const pass = (ms: number, wallMs = ms): void => {
  mono += ms
  wall += wallMs
}
const start = async (): Promise<{ journal: Journal; renewal: Renewal }> => {
  mono = 0
  const journal = await openJournal(store, noMirrors, 'book', { onStopped: () => {} })
  const renewal = createRenewal(journal, clock)
  renewal.roll()
  return { journal, renewal }
}

beforeEach(() => {
  wall = new Date(2026, 10, 29, 12).getTime()
  store = createMemoryJournalStore()
})

describe('while the wallet runs', () => {
  it('begins the first period and the next ones by itself', async () => {
    const { journal, renewal } = await start()
    expect(journal.book.period).toBe('2026-11')
    pass(3 * DAY)
    renewal.roll()
    expect([journal.book.period, renewal.state]).toEqual(['2026-12', 'none'])
  })

  it('believes a clock that is set forward by 48 hours, and no further', async () => {
    const { journal, renewal } = await start()
    pass(HOUR, 48 * HOUR + HOUR)
    renewal.roll()
    expect([journal.book.period, renewal.state]).toEqual(['2026-12', 'none'])
    pass(0, 31 * DAY)
    renewal.roll()
    expect([journal.book.period, renewal.state]).toEqual(['2026-12', 'asking'])
  })

  it('asks the user, whatever a server says, and renews when told so', async () => {
    const { journal, renewal } = await start()
    pass(HOUR, 3 * DAY)
    renewal.roll()
    renewal.heardDate(wall)
    renewal.roll()
    expect([journal.book.period, renewal.state]).toEqual(['2026-11', 'asking'])
    renewal.confirm()
    expect([journal.book.period, renewal.state]).toEqual(['2026-12', 'none'])
  })

  it('stops asking once the clock is set right again', async () => {
    const { journal, renewal } = await start()
    pass(HOUR, 3 * DAY)
    renewal.roll()
    pass(HOUR, -3 * DAY + HOUR)
    renewal.roll()
    expect([journal.book.period, renewal.state]).toEqual(['2026-11', 'none'])
  })

  it('does not go back, and does not renew twice when the clock goes back and forth', async () => {
    const { journal, renewal } = await start()
    pass(3 * DAY)
    renewal.roll()
    const { length } = journal.book
    pass(HOUR, -20 * DAY)
    renewal.roll()
    pass(HOUR, 20 * DAY)
    renewal.roll()
    expect([journal.book.period, journal.book.length, renewal.state]).toEqual([
      '2026-12',
      length,
      'none',
    ])
  })

  it('asks about a jump within the month too, once the month ends', async () => {
    wall = new Date(2026, 10, 2).getTime()
    const { journal, renewal } = await start()
    pass(HOUR, 27 * DAY)
    renewal.roll()
    expect(renewal.state).toBe('none')
    pass(2 * DAY)
    renewal.roll()
    expect([journal.book.period, renewal.state]).toEqual(['2026-11', 'asking'])
  })

  it('believes a clock that a server agrees with before the month ends', async () => {
    wall = new Date(2026, 10, 2).getTime()
    const { journal, renewal } = await start()
    // A computer that slept: not every monotonic clock counts that.
    pass(HOUR, 27 * DAY)
    renewal.roll()
    renewal.heardDate(wall)
    pass(2 * DAY)
    renewal.roll()
    expect([journal.book.period, renewal.state]).toEqual(['2026-12', 'none'])
  })
})

describe('after a start', () => {
  it('waits for a server that says the same date', async () => {
    await start()
    pass(40 * DAY)
    const { journal, renewal } = await start()
    expect([journal.book.period, renewal.state]).toEqual(['2026-11', 'due'])
    renewal.heardDate(wall - 40 * HOUR)
    expect([journal.book.period, renewal.state]).toEqual(['2027-01', 'none'])
  })

  it.each([
    ['another date', () => wall - 40 * DAY],
    ['no date', () => null],
  ])('asks where a server says %s', async (_what, date) => {
    await start()
    pass(0, 40 * DAY)
    const { journal, renewal } = await start()
    renewal.heardDate(date())
    expect([journal.book.period, renewal.state]).toEqual(['2026-11', 'asking'])
    renewal.confirm()
    expect([journal.book.period, renewal.state]).toEqual(['2027-01', 'none'])
  })

  it('is not held up by one server that has another date than the rest', async () => {
    await start()
    pass(40 * DAY)
    const { journal, renewal } = await start()
    renewal.heardDate(0)
    expect(renewal.state).toBe('asking')
    renewal.heardDate(wall)
    expect([journal.book.period, renewal.state]).toEqual(['2027-01', 'none'])
  })
})
