import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import { inAssetOrder } from '../../src/history/testing/asset-order.ts'
import {
  applyToModel,
  emptyHistory,
  type HistoryModel,
} from '../../src/history/testing/history-model.ts'
import type { DayId, HistoryChange, HistoryRow } from '../../src/ports/history-change.ts'
import { isNothing } from '../../src/history/row.ts'
import type { SiteRows, SiteSums } from '../../src/history/site-sums.ts'
import { openJournal, type Journal } from '../../src/ledger/journal.ts'
import { totalsNow } from '../../src/ledger/book.ts'
import { BrokenInvariant } from '../../src/ledger/fold.ts'
import { anyEntries } from '../../src/ledger/testing/any-entries.ts'
import { openDatabase } from './database.ts'
import { below } from './history-rows.ts'
import { createJournalStore } from './journal-store.ts'
import type { TributaryDatabase } from './schema.ts'

const noMirrors = { load: () => Promise.resolve(undefined), save: () => Promise.resolve() }
const quiet = { onStopped: () => {}, compactAfter: 7 }

const readHistory = async (database: TributaryDatabase, book: string) => {
  const all = async (store: 'sites' | 'days' | 'pages') => {
    const [keys, rows] = await Promise.all([
      database.getAllKeys(store, below(book)),
      database.getAll(store, below(book)),
    ])
    return keys.map((key, index) => [key.slice(1).join(' '), inAssetOrder(rows[index]!)] as const)
  }
  return { sites: await all('sites'), days: await all('days'), pages: await all('pages') }
}
const inKeyOrder = ({ lines, days }: HistoryModel) => {
  const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
    a < b ? -1 : 1
  return {
    sites: lines
      .map(({ span, site, row }) => [`${span} ${site}`, inAssetOrder(row)] as const)
      .sort(byKey),
    days: days.map(({ day, row }) => [day as string, inAssetOrder(row)] as const).sort(byKey),
  }
}

const followSites = (journal: Journal) => {
  let begun = (): void => {}
  const read = new Promise<void>((resolve) => (begun = resolve))
  return { ...journal.followSites(() => begun()), read }
}

describe('the history on the disk', () => {
  it('is what the entries say, however they share transactions, and after every start', async () => {
    const database = await openDatabase()
    let book = 0
    let followed = 0
    await fc.assert(
      fc.asyncProperty(anyEntries, fc.array(fc.nat(5)), fc.nat(40), async (entries, pauses, at) => {
        const name = `book ${(book += 1)}`
        const model = emptyHistory()
        const store = createJournalStore(database)
        const hearing: typeof store = {
          ...store,
          append(name, writer, first, written, changes) {
            for (const change of changes) applyToModel(model, change)
            return store.append(name, writer, first, written, changes)
          },
        }
        let journal = await openJournal(hearing, noMirrors, name, quiet)
        let shown: { readonly sums: SiteSums; readonly read: Promise<void> } | null = null
        for (const [index, entry] of entries.entries()) {
          if (index === at) shown = followSites(journal)
          const write = journal.write(entry)
          write.catch(() => {})
          if (journal.state !== 'sound') {
            // An entry that cannot follow is not written; the book is read anew.
            await write.catch((why: Error) => expect(why.cause).toBeInstanceOf(BrokenInvariant))
            journal = await openJournal(hearing, noMirrors, name, quiet)
            shown &&= followSites(journal)
          } else if (pauses.includes(index % 6)) await write
        }
        const { limit } = journal.book
        await journal.write({ kind: 'limit', at: 1e12 as never, limit: limit ?? (0n as never) })
        const { sites, days } = await readHistory(database, name)
        expect({ sites, days }).toEqual(inKeyOrder(model))
        if (!shown) return
        await shown.read
        followed += 1
        const something = (rows: SiteRows | null) =>
          [...(rows ?? [])].flatMap(([site, row]): [string, HistoryRow][] =>
            isNothing(row) ? [] : [[site, inAssetOrder(row)]],
          )
        expect(new Map(something(shown.sums.rows))).toEqual(
          new Map(something(await store.readSites(name))),
        )
      }),
      { numRuns: 100 },
    )
    expect(followed).toBeGreaterThan(5)
  })

  it('is not touched by a write that does not come about', async () => {
    const database = await openDatabase()
    const store = createJournalStore(database)
    const row = { posted: 5n, inDoubt: 0n, delivered: [], packets: 1 }
    const change: HistoryChange = {
      kind: 'add',
      day: '2026-11-25' as DayId,
      site: 'https://a.example',
      page: '/x',
      row,
    }
    const writer = await store.claim('one')
    await store.append('one', writer, 0, ['a'], [change])
    await expect(store.append('one', writer, 0, ['b'], [change])).rejects.toThrow()
    await expect(store.append('one', writer + 1, 1, ['b'], [change])).rejects.toThrow()
    const { sites, days, pages } = await readHistory(database, 'one')
    expect(sites.map(([key]) => key)).toEqual(
      ['2026', '2026-11', '2026-11-25'].map((span) => `${span} https://a.example`),
    )
    expect(sites.map(([, kept]) => kept)).toEqual([row, row, row])
    expect(days).toEqual([['2026-11-25', row]])
    expect(pages).toEqual([['https://a.example 2026-11-25 /x', row]])
  })

  it('lets pages go by their day, or all of them, or with their site', async () => {
    const database = await openDatabase()
    const store = createJournalStore(database)
    const add = (site: string, day: string): HistoryChange => ({
      kind: 'add',
      day: day as DayId,
      site,
      page: '/',
      row: { posted: 1n, inDoubt: 0n, delivered: [], packets: 1 },
    })
    const writer = await store.claim('two')
    const days = ['2026-11-01', '2026-11-02', '2026-11-03']
    const changes = days.flatMap((day) => [add('a', day), add('b', day)])
    await store.append('two', writer, 0, ['x'], changes)
    const pages = async () => (await readHistory(database, 'two')).pages.map(([key]) => key)
    await store.forgetPages('2026-11-01' as DayId)
    expect(await pages()).toEqual([
      'a 2026-11-02 /',
      'a 2026-11-03 /',
      'b 2026-11-02 /',
      'b 2026-11-03 /',
    ])
    await store.append('two', writer, 1, ['y'], [{ kind: 'forget', site: 'a', keep: '2026-11' }])
    expect(await pages()).toEqual(['b 2026-11-02 /', 'b 2026-11-03 /'])
    await store.forgetPages(null)
    expect(await pages()).toEqual([])
  })
})

it('is built from the books of a version that kept none, and loses nothing of them', async () => {
  indexedDB.deleteDatabase('tributary')
  const old = await openDB('tributary', 2, {
    upgrade(database) {
      for (const name of ['journal', 'settings', 'bases', 'writers'])
        database.createObjectStore(name)
    },
  })
  const at = Date.UTC(2026, 10, 3)
  const common = { at, condition: 'c', expiresAt: at, receiver: 'r', period: '2026-11' }
  const entries = [
    { kind: 'limit', at, limit: '100' },
    { kind: 'period', at, period: '2026-11' },
    { kind: 'carry', at, amount: '7' },
    { kind: 'reserve', packet: 'p', amount: '10', site: 'https://a.example', ...common },
    { kind: 'post', at, packet: 'p', delivered: null },
  ]
  // Its checksums are those of the version before: written by hand, in that version's order of fields.
  const { crc32 } = await import('../../src/ledger/crc32.ts')
  const texts = entries.map((entry) => {
    if (entry.kind !== 'reserve') return JSON.stringify(entry)
    const { kind, packet, period, amount, condition, expiresAt, site, receiver } =
      entry as unknown as Record<string, string>
    const fields = { kind, at, packet, period, amount, condition, expiresAt, site, receiver }
    return JSON.stringify(fields)
  })
  let sum = 0
  for (const [n, text] of texts.entries()) {
    sum = crc32(text, sum)
    await old.put('journal', { ...(JSON.parse(text) as object), sum }, ['kept', n])
  }
  await old.put('journal', { kind: 'nonsense' }, ['broken', 0])
  await old.put('settings', { version: 1, payments: true }, 'settings')
  old.close()

  const database = await openDatabase()
  const { sites, days } = await readHistory(database, 'kept')
  expect(sites.map(([key, { posted } = { posted: 0n }]) => [key, posted])).toEqual([
    ['before ', 7n],
    ['before https://a.example', 10n],
  ])
  expect(days.map(([key, { posted } = { posted: 0n }]) => [key, posted])).toEqual([['before', 17n]])
  expect(await readHistory(database, 'broken')).toEqual({ sites: [], days: [], pages: [] })
  expect(await database.get('settings', 'settings')).toEqual({ version: 1, payments: true })
  const journal = await openJournal(createJournalStore(database), noMirrors, 'kept', quiet)
  expect([journal.book.length, totalsNow(journal.book).posted]).toEqual([entries.length, 17n])
})
