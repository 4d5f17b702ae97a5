import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { recordFigures } from '../../tests/figures/record-figures.ts'
import type { PeriodId } from '../ledger/entry.ts'
import { openJournal } from '../ledger/journal.ts'
import { createMemoryJournalStore } from '../ledger/testing/memory-journal-store.ts'
import type { Clock, EpochMs, MonoMs } from '../ports/clock.ts'
import { periodOf } from './period.ts'
import { createRenewal, LARGEST_JUMP_MS } from './renewal.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const noMirrors = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() }

const home = process.env['TZ']
afterEach(() => {
  if (home === undefined) delete process.env['TZ']
  else process.env['TZ'] = home
})

/** What happens to a computer. */
type Event =
  | { readonly kind: 'time goes by'; readonly ms: number }
  | { readonly kind: 'the clock is set'; readonly by: number }
  | { readonly kind: 'the clock is set right' }
  | { readonly kind: 'the zone changes'; readonly zone: string }
  | { readonly kind: 'the wallet starts again' }
  | { readonly kind: 'a server says the date' }
  | { readonly kind: 'a server says no date' }
  | { readonly kind: 'a server lies'; readonly by: number }
  | { readonly kind: 'the user says the date is right' }

/** West of the date line, east of it, half an hour of summer time, and one that has left a day out. */
const ZONES = [
  'Etc/GMT+12',
  'Pacific/Niue',
  'America/Los_Angeles',
  'America/St_Johns',
  'UTC',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
]

const count = { histories: 0, steps: 0, renewals: 0, asked: 0 }

/** `trusting`: nobody lies and the user is never asked, so that the wallet has to find its way alone. */
const runHistory = async (start: number, events: readonly Event[], trusting: boolean) => {
  process.env['TZ'] = 'UTC'
  let truth = start
  let error = 0
  const clock: Clock = {
    wall: () => (truth + error) as EpochMs,
    mono: () => truth as MonoMs,
    after: () => () => {},
  }
  const store = createMemoryJournalStore()
  const open = async () => {
    const journal = await openJournal(store, noMirrors, 'book', { onStopped() {} })
    return { journal, renewal: createRenewal(journal, clock) }
  }
  const entered: PeriodId[] = []
  let { journal, renewal } = await open()
  const look = (): void => {
    renewal.roll()
    const { period } = journal.book
    if (period === null) throw new Error('a book without a period')
    if (period === entered.at(-1)) return
    // Forward, so that no month is entered twice; and only the one that the computer is in.
    expect(period > (entered.at(-1) ?? '')).toBe(true)
    expect(period).toBe(periodOf(clock.wall()))
    entered.push(period)
    if (!trusting) return
    // A server has agreed to two days, and the clock may run ahead of that by two more.
    const furthest = new Date(truth + 2 * LARGEST_JUMP_MS + 14 * HOUR).toISOString()
    expect(period <= furthest.slice(0, 7)).toBe(true)
  }
  look()
  for (const event of events) {
    if (event.kind === 'time goes by') truth += event.ms
    else if (event.kind === 'the clock is set') error += event.by
    else if (event.kind === 'the clock is set right') error = 0
    else if (event.kind === 'the zone changes') process.env['TZ'] = event.zone
    else if (event.kind === 'a server says the date') renewal.heardDate(truth)
    else if (event.kind === 'a server says no date') renewal.heardDate(null)
    else if (event.kind === 'a server lies') renewal.heardDate(truth + event.by)
    else if (event.kind === 'the user says the date is right') renewal.confirm()
    else {
      await new Promise(setImmediate)
      ;({ journal, renewal } = await open())
    }
    look()
    if (renewal.state === 'asking') count.asked += 1
  }

  // The budget of a month does not vanish: with the clock right, and a server or the user to say so, it is there.
  error = 0
  renewal.roll()
  renewal.heardDate(truth)
  if (!trusting && renewal.state === 'asking') renewal.confirm()
  look()
  const now = periodOf(clock.wall())
  const last = entered.at(-1) ?? now
  expect([renewal.state, journal.state, last >= now]).toEqual(['none', 'sound', true])

  await new Promise(setImmediate)
  const written = store.entries.map((entry) => (entry as { period: string }).period)
  expect(written).toEqual(entered)
  count.histories += 1
  count.steps += events.length
  count.renewals += entered.length - 1
}

const goes = fc.oneof(
  fc.integer({ min: 0, max: 2 * HOUR }),
  fc.integer({ min: 0, max: 3 * DAY }),
  fc.integer({ min: 0, max: 40 * DAY }),
)
const off = fc.oneof(
  fc.integer({ min: -2 * HOUR, max: 2 * HOUR }),
  fc.integer({ min: -3 * DAY, max: 3 * DAY }),
  fc.integer({ min: -400 * DAY, max: 400 * DAY }),
)
const honest: readonly fc.Arbitrary<Event>[] = [
  fc.record({ kind: fc.constant('time goes by'), ms: goes }),
  fc.record({ kind: fc.constant('the clock is set'), by: off }),
  fc.constant({ kind: 'the clock is set right' }),
  fc.record({ kind: fc.constant('the zone changes'), zone: fc.constantFrom(...ZONES) }),
  fc.constant({ kind: 'the wallet starts again' }),
  fc.constant({ kind: 'a server says the date' }),
  fc.constant({ kind: 'a server says no date' }),
]
const any: readonly fc.Arbitrary<Event>[] = [
  ...honest,
  fc.record({ kind: fc.constant('a server lies'), by: off }),
  fc.constant({ kind: 'the user says the date is right' }),
]
/** Around an end of a month, more often than not. */
const start = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: -2 * DAY, max: 2 * DAY }))
  .map(([month, ms]) => Date.UTC(2008, month) + ms)

it.each([
  ['a computer whose clock and zone change', honest, true],
  ['one whose user and servers lie too', any, false],
] as const)('neither doubles a budget nor loses it: %s', async (_what, kinds, trusting) => {
  const before = { ...count }
  const events = fc.array(fc.oneof(...kinds), { minLength: 5, maxLength: 40, size: 'max' })
  const property = fc.asyncProperty(start, events, (from, happened) =>
    runHistory(from, happened, trusting),
  )
  await fc.assert(property, { numRuns: 1_500 })
  const now = {
    'clock histories': count.histories - before.histories,
    'clock and zone events': count.steps - before.steps,
    renewals: count.renewals - before.renewals,
  }
  recordFigures('wandering clocks', now)
  expect(now['clock histories']).toBeGreaterThanOrEqual(1_500)
  expect(now.renewals).toBeGreaterThan(600)
  expect(count.asked).toBeGreaterThan(200)
})
