import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../extension/storage/database.ts'
import { createJournalStore } from '../../extension/storage/journal-store.ts'
import { totalsNow } from '../ledger/book.ts'
import type { PacketId, PeriodId } from '../ledger/entry.ts'
import { openJournal } from '../ledger/journal.ts'
import { sourceUnits } from '../money/units.ts'
import type { Clock, EpochMs, MonoMs } from '../ports/clock.ts'
import type { JournalStore } from '../ports/journal-store.ts'
import type { MirrorStore } from '../ports/mirror-store.ts'
import { repairBook, withNewestBook } from './repair-book.ts'
import { bookName, type Connection } from './settings.ts'
import { testConnection } from './testing/test-connection.ts'

const DAY = 24 * 3_600_000
const period = '2026-11' as PeriodId
const connection = testConnection()
const onStopped = (): void => {}

let wall: EpochMs
let mirrored: Map<string, unknown>
/** Storage calls until the wallet dies in one; and whether that one is still done. */
let callsLeft: number
let lastIsDone: boolean

const clock: Clock = { wall: () => wall, mono: () => 0 as MonoMs, after: () => () => {} }
const dying = async <T>(call: () => Promise<T>): Promise<T> => {
  callsLeft -= 1
  const dead = callsLeft <= 0
  if (callsLeft === 0 ? lastIsDone : callsLeft > 0) {
    const done = await call()
    if (!dead) return done
  }
  throw new Error('killed')
}
const mirrors: MirrorStore = {
  load: (book) => Promise.resolve(mirrored.get(book)),
  save: (book, mirror) =>
    dying(() => {
      mirrored.set(book, mirror)
      return Promise.resolve()
    }),
}
const openPorts = async () => {
  const store = createJournalStore(await openDatabase())
  const journals: JournalStore = {
    claim: (book) => dying(() => store.claim(book)),
    read: (book) => store.read(book),
    append: (...args) => dying(() => store.append(...args)),
    compact: (...args) => store.compact(...args),
    readSites: (...args) => store.readSites(...args),
    forgetPages: (...args) => store.forgetPages(...args),
  }
  return { journals, mirrors, clock, random: () => new Uint8Array(0) }
}
type Ports = Awaited<ReturnType<typeof openPorts>>

/** A book of which 70 of 100 are used; its last entry is lost. */
const damage = async ({ journals }: Ports): Promise<void> => {
  const store = { ...journals, append: journals.append.bind(journals) }
  const journal = await openJournal(store, mirrors, bookName(connection), { onStopped })
  const at = wall
  await journal.write({ kind: 'period', at, period })
  await journal.write({ kind: 'limit', at, limit: sourceUnits(100n) })
  const open = { at, period, condition: '', expiresAt: at, site: 's', receiver: 'r' }
  for (const [id, units] of Object.entries({ a: 50n, b: 20n })) {
    const packet = id as PacketId
    await journal.write({ kind: 'reserve', packet, amount: sourceUnits(units), ...open })
  }
  const database = await openDatabase()
  await database.delete('journal', [bookName(connection), 3])
}
const open = async ({ journals }: Ports, repaired: Connection) => {
  const { book } = await openJournal(journals, mirrors, bookName(repaired), { onStopped })
  return { period: book.period, limit: book.limit, posted: totalsNow(book).posted }
}
const WHOLE = { period, limit: 100n, posted: 70n }

let ports: Ports
beforeEach(async () => {
  indexedDB = new IDBFactory()
  wall = Date.UTC(2026, 10, 20, 12) as EpochMs
  mirrored = new Map()
  callsLeft = Infinity
  ports = await openPorts()
  await damage(ports)
})

it.each([1, 2, 3, 4].flatMap((call) => [[call, true] as const, [call, false] as const]))(
  'gives no budget back where the wallet dies in storage call %i (done: %s)',
  async (call, done) => {
    callsLeft = call
    lastIsDone = done
    await repairBook(ports, connection).catch(() => {})
    callsLeft = Infinity
    const found = await withNewestBook(mirrors, connection)
    const repaired = found.repairs > 0 ? found : await repairBook(ports, connection)
    expect(repaired.repairs).toBe(1)
    expect(await open(ports, repaired)).toEqual(WHOLE)
  },
)

it('carries over what was spent since a repair that did not come to its end', async () => {
  await repairBook(ports, connection)
  mirrored.delete(bookName({ ...connection, repairs: 1 }))
  const more = { ...(mirrored.get(bookName(connection)) as object), counted: '90' }
  mirrored.set(bookName(connection), more)
  const repaired = await repairBook(ports, connection)
  expect(await open(ports, repaired)).toEqual({ ...WHOLE, posted: 90n })
})

it('renews nothing because of a clock that is wrong', async () => {
  wall = (wall + 40 * DAY) as EpochMs
  expect(await open(ports, await repairBook(ports, connection))).toEqual(WHOLE)
})
