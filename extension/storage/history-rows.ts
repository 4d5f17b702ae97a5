import type { IDBPTransaction, StoreNames } from 'idb'
import { deltasOf, type Deltas } from '../../src/history/deltas.ts'
import { forgetIn } from '../../src/history/forget.ts'
import { NAMELESS } from '../../src/history/nameless.ts'
import { addRows, isNothing, NO_HISTORY } from '../../src/history/row.ts'
import type { SpanId } from '../../src/history/span.ts'
import type { HistoryChange, HistoryRow } from '../../src/ports/history-change.ts'
import type { TributarySchema } from './schema.ts'

export const HISTORY_STORES = ['sites', 'days', 'pages'] as const

export type HistoryTransaction = IDBPTransaction<
  TributarySchema,
  StoreNames<TributarySchema>[],
  'readwrite' | 'versionchange'
>

/** All keys that begin so: arrays sort after texts. */
export const below = (...key: readonly string[]): IDBKeyRange =>
  IDBKeyRange.bound([...key], [...key, []])

/** What a store holds in a range: it gives keys and rows apart. */
export const withKeys = async <Key>(
  keys: Promise<Key[]>,
  rows: Promise<HistoryRow[]>,
): Promise<[Key, HistoryRow][]> => {
  const [allKeys, allRows] = await Promise.all([keys, rows])
  return allKeys.flatMap((key, index): [Key, HistoryRow][] => {
    const row = allRows[index]
    return row ? [[key, row]] : []
  })
}

/** Reads every row once and writes it once. The caller awaits the transaction. */
export const addDeltas = async (
  transaction: HistoryTransaction,
  book: string,
  { lines, days, pages }: Deltas,
): Promise<void> => {
  const into = async (
    name: (typeof HISTORY_STORES)[number],
    key: readonly string[],
    more: HistoryRow,
  ): Promise<void> => {
    // Each store has its own kind of key; all of them are lists of texts.
    const store = transaction.objectStore(name as 'days')
    const at = key as [string, string]
    const row = addRows((await store.get(at)) ?? NO_HISTORY, more)
    await (isNothing(row) ? store.delete(at) : store.put(row, at))
  }
  await Promise.all([
    ...lines.map(({ span, site, row }) => into('sites', [book, span, site], row)),
    ...days.map(({ day, row }) => into('days', [book, day], row)),
    ...pages.map(({ site, day, page, row }) => into('pages', [book, site, day, page], row)),
  ])
}

const forget = async (
  transaction: HistoryTransaction,
  book: string,
  what: Extract<HistoryChange, { kind: 'forget' }>,
): Promise<void> => {
  const sites = transaction.objectStore('sites')
  const all = below(book)
  const rows = await withKeys(sites.getAllKeys(all), sites.getAll(all))
  const lines = rows.map(([[, span, site], row]) => ({ span: span as SpanId, site, row }))
  const days = transaction.objectStore('days')
  const pages = what.site === NAMELESS ? all : below(book, what.site)
  await Promise.all([
    sites.delete(all),
    days.delete(all),
    transaction.objectStore('pages').delete(pages),
  ])
  await addDeltas(transaction, book, forgetIn(lines, what))
}

/** Brings the history in line with entries of the same transaction. */
export const applyChanges = async (
  transaction: HistoryTransaction,
  book: string,
  changes: readonly HistoryChange[],
): Promise<void> => {
  let additions: Extract<HistoryChange, { kind: 'add' }>[] = []
  const flush = async (): Promise<void> => {
    const deltas = deltasOf(additions)
    additions = []
    await addDeltas(transaction, book, deltas)
  }
  for (const change of changes) {
    if (change.kind === 'add') additions.push(change)
    else {
      await flush()
      await forget(transaction, book, change)
    }
  }
  await flush()
}
