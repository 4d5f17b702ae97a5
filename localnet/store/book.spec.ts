import { afterEach, beforeEach, expect, test } from 'vitest'
import { Book, SLOT_MS } from './book.ts'
import { openDatabase, type OpenDatabase } from './database.ts'

let open: OpenDatabase
let book: Book
let now: number
beforeEach(() => {
  now = Date.UTC(2026, 5, 1, 12)
  open = openDatabase()
  book = new Book(open.db, () => now)
})
afterEach(() => open.close())

const DAY_MS = 86_400_000
const paid = (units: bigint, packets: number) => ({ received: units, packets })

test('what comes in is kept by pointer, by address and by quarter of an hour', () => {
  const [alice, bob] = [book.pointer('usd', 'alice'), book.pointer('usd', 'bob')]
  book.issued('test.a', alice.id)
  book.issued('test.b', bob.id)
  book.fulfilled('test.a', 5n)
  book.fulfilled('test.a', 0n)
  now += SLOT_MS
  book.fulfilled('test.a', 7n)
  book.fulfilled('test.b', 1n)
  expect(book.record(alice.id)).toEqual(paid(12n, 2))
  expect(book.record(bob.id)).toEqual(paid(1n, 1))
  expect(book.receivedAt('test.a')).toBe(12n)
  expect(book.slots(alice.id, 0)).toEqual([
    { startsAt: now - SLOT_MS, ...paid(5n, 1) },
    { startsAt: now, ...paid(7n, 1) },
  ])
  expect(book.slots(alice.id, now)).toHaveLength(1)
})

test('of a name there is one pointer in a wallet, and another one that was registered', () => {
  const own = book.pointer('usd', 'alice')
  expect(book.pointer('usd', 'alice')).toEqual(own)
  const registered = book.pointer('usd', 'alice', true)
  expect(registered.id).not.toBe(own.id)
  expect(book.pointers()).toEqual([own, registered])
})

test('what came by way of a split is known apart, and counted in the whole', () => {
  const { id } = book.pointer('usd', 'alice')
  open.db.run("INSERT INTO splits (id, name) VALUES (3, 'team')")
  book.issued('test.direct', id)
  book.issued('test.split', id, 3)
  book.fulfilled('test.direct', 10n)
  book.fulfilled('test.split', 4n)
  expect(book.record(id)).toEqual(paid(14n, 2))
  expect(book.recordOf(id, 3)).toEqual(paid(4n, 1))
  expect(book.slots(id, now)).toEqual([{ startsAt: now, ...paid(14n, 2) }])
})

test('money that cannot be written down is an error, and leaves the books as they were', () => {
  const { id } = book.pointer('usd', 'alice')
  book.issued('test.a', id)
  const largest = 2n ** 63n - 1n
  expect(() => book.fulfilled('test.nobody', 1n)).toThrow('never issued')
  expect(() => book.fulfilled('test.a', largest + 1n)).toThrow('more than can be written down')
  book.fulfilled('test.a', largest)
  expect(() => book.fulfilled('test.a', 1n)).toThrow()
  expect(book.record(id)).toEqual(paid(largest, 1))
  expect(book.receivedAt('test.a')).toBe(largest)
})

test('an address that nobody used for a week is forgotten; what it brought is not', () => {
  const { id } = book.pointer('usd', 'alice')
  book.issued('test.old', id)
  book.fulfilled('test.old', 5n)
  now += 6 * DAY_MS
  book.issued('test.new', id)
  book.fulfilled('test.new', 5n)
  now += 2 * DAY_MS
  const later = new Book(open.db, () => now)
  expect(() => later.fulfilled('test.old', 1n)).toThrow('never issued')
  later.fulfilled('test.new', 1n)
  expect(later.record(id)).toEqual(paid(11n, 3))
})
