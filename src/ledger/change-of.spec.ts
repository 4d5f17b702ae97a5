import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAMELESS } from '../history/nameless.ts'
import { createSiteSums } from '../history/site-sums.ts'
import { BEFORE, isFinest } from '../history/span.ts'
import { inAssetOrder } from '../history/testing/asset-order.ts'
import {
  applyToModel,
  emptyHistory,
  sumOf,
  type HistoryModel,
} from '../history/testing/history-model.ts'
import { addRows, isNothing, NO_HISTORY } from '../history/row.ts'
import type { HistoryChange, HistoryRow } from '../ports/history-change.ts'
import type { OldSite } from './base.ts'
import { totalsNow, type Book } from './book.ts'
import { changeOf } from './change-of.ts'
import type { Entry } from './entry.ts'
import { applyEntry, BrokenInvariant, emptyBook } from './fold.ts'
import { historyBefore } from './history-before.ts'
import { seal } from './sealed-entry.ts'
import { anyEntries } from './testing/any-entries.ts'
import { sealOldBase } from './testing/seal-old-base.ts'

/** What the journal does with them, and how much of it the tests have seen. */
const follow = (
  entries: readonly Entry[],
  book: Book = emptyBook(),
  model: HistoryModel = emptyHistory(),
) => {
  const kinds = new Set<string>()
  const changes: HistoryChange[] = []
  const taken: Entry[] = []
  for (const entry of entries) {
    const change = changeOf(book, entry, null)
    try {
      applyEntry(book, entry)
    } catch (why) {
      if (!(why instanceof BrokenInvariant)) throw why
      continue
    }
    kinds.add(entry.kind)
    taken.push(entry)
    if (!change) continue
    changes.push(change)
    applyToModel(model, change)
  }
  return { book, model, kinds, changes, taken }
}

/** By site, of all times. */
const rowsOf = ({ lines }: HistoryModel): Map<string, HistoryRow> => {
  const rows = new Map<string, HistoryRow>()
  for (const { site, span, row } of lines) {
    if (isFinest(span)) rows.set(site, addRows(rows.get(site) ?? NO_HISTORY, row))
  }
  return rows
}

/** As versions wrote it that kept no history. */
const withoutDay = (entry: Entry): Entry => {
  if (entry.kind !== 'reserve') return entry
  const old = { ...entry }
  delete (old as { day?: unknown }).day
  return old
}
const totalsOf = (book: Book) => {
  const totals = [...book.totals.values()]
  return {
    posted: totals.reduce((sum, { posted }) => sum + posted, 0n),
    inDoubt: totals.reduce((sum, { inDoubt }) => sum + inDoubt, 0n),
  }
}
/** As a book of before held them, in which nothing that is carried over belongs to a site. */
const oldSitesOf = (model: HistoryModel): Map<string, OldSite> =>
  new Map(
    [...rowsOf(model)]
      .filter(([site]) => site !== NAMELESS)
      .map(([site, { posted, inDoubt, delivered }]) => {
        const sums = delivered.map((sum) => [`${sum.asset.code}/${sum.asset.scale}`, sum] as const)
        return [site, { posted, inDoubt, delivered: new Map(sums) } as unknown as OldSite]
      }),
  )
const amounts = ({ posted, inDoubt }: HistoryRow) => ({ posted, inDoubt })

describe('the history of any journal', () => {
  it('has the sums of its book, by day, month and year, and never a negative one', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { book, model, kinds } = follow(entries)
        for (const kind of kinds) seen.add(kind)
        const levels = [
          model.days,
          model.lines.filter(({ span }) => isFinest(span)),
          model.lines.filter(({ span }) => span === BEFORE || span.length === 7),
          model.lines.filter(({ span }) => span === BEFORE || span.length === 4),
        ]
        const now = [...book.sitesNow.values()]
        expect(now.reduce((sum, { posted }) => sum + posted, 0n)).toBe(totalsNow(book).posted)
        for (const level of levels) expect(amounts(sumOf(level))).toEqual(totalsOf(book))
        for (const { row } of [...model.lines, ...model.days]) {
          expect(row.posted >= 0n && row.inDoubt >= 0n).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
    expect([...seen].sort()).toEqual(
      'carry doubt forget limit period post probe probe-end reserve void'.split(' '),
    )
  })

  it('has one list of sites, whenever it is read and whatever is written meanwhile', () => {
    let early = 0
    fc.assert(
      fc.property(anyEntries, fc.nat(4), fc.nat(4), (entries, readAt, begunAt) => {
        const { model, changes } = follow(entries)
        const sums = createSiteSums()
        const read = emptyHistory()
        const [from, to] = [readAt, Math.max(readAt, begunAt)].map((quarters) =>
          Math.floor((changes.length * quarters) / 4),
        )
        changes.slice(0, from).forEach((change) => applyToModel(read, change))
        changes.slice(from, to).forEach((change) => sums.add(change))
        expect(sums.rows).toBeNull()
        sums.begin(rowsOf(read))
        changes.slice(to).forEach((change) => sums.add(change))
        early += changes.slice(from, to).length
        const shown = (rows: ReadonlyMap<string, HistoryRow> | null) =>
          [...(rows ?? [])]
            .filter(([, row]) => !isNothing(row))
            .map(([site, row]) => [site, inAssetOrder(row)] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1))
        expect(shown(sums.rows)).toEqual(shown(rowsOf(model)))
      }),
      { numRuns: 500 },
    )
    expect(early).toBeGreaterThan(200)
  })

  it('goes on from a book that kept none, and loses nothing', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(60), anyEntries, (first, compacted, later) => {
        const old = first.filter(({ kind }) => kind !== 'forget').map(withoutDay)
        const { taken } = follow(old)
        const before = follow(taken.slice(0, compacted))
        const base = sealOldBase(2, before.book, oldSitesOf(before.model), 0)
        let chain = 0
        const entries = taken.slice(compacted).map((entry) => {
          const { stored, sum } = seal(entry, chain)
          chain = sum
          return stored
        })
        const start = historyBefore({ base, entries })
        expect(start.lines.every(({ span }) => span === BEFORE)).toBe(true)
        const { book, model: whole } = follow(taken)
        expect(amounts(sumOf(start.lines))).toEqual(totalsOf(book))
        const named = (site: string): unknown => amounts(rowsOf(whole).get(site) ?? NO_HISTORY)
        for (const { site, row } of start.lines) expect(amounts(row)).toEqual(named(site))
        const { model } = follow(later.slice(2), book, { lines: start.lines, days: start.days })
        expect(amounts(sumOf(model.days))).toEqual(totalsOf(book))
      }),
      { numRuns: 500 },
    )
  })
})
