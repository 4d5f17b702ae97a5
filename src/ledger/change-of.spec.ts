import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAMELESS } from '../history/nameless.ts'
import { BEFORE, isFinest } from '../history/span.ts'
import {
  applyToModel,
  emptyHistory,
  sumOf,
  type HistoryModel,
} from '../history/testing/history-model.ts'
import type { DeliveredSum, HistoryRow } from '../ports/history-change.ts'
import { openBase, sealBase } from './base.ts'
import { totalsNow, type Book } from './book.ts'
import { changeOf, historyBefore } from './change-of.ts'
import type { Entry } from './entry.ts'
import { applyEntry, BrokenInvariant, emptyBook } from './fold.ts'
import { anyEntries } from './testing/any-entries.ts'

/** What the journal does with them, and how much of it the tests have seen. */
const follow = (
  entries: readonly Entry[],
  book: Book = emptyBook(),
  model: HistoryModel = emptyHistory(),
) => {
  const kinds = new Set<string>()
  for (const entry of entries) {
    const change = changeOf(book, entry, null)
    try {
      applyEntry(book, entry)
    } catch (why) {
      if (!(why instanceof BrokenInvariant)) throw why
      continue
    }
    kinds.add(entry.kind)
    if (change) applyToModel(model, change)
  }
  return { book, model, kinds }
}

/** As versions wrote it that kept no history. */
const withoutDay = (entry: Entry): Entry => {
  if (entry.kind !== 'reserve') return entry
  const old = { ...entry }
  delete (old as { day?: unknown }).day
  return old
}
const inOrder = (sums: readonly DeliveredSum[]): string[] =>
  sums
    .map(({ asset, amount }) => `${asset.code}/${asset.scale} ${amount}`)
    .sort((a, b) => a.localeCompare(b))
const totalsOf = (book: Book) => {
  const totals = [...book.totals.values()]
  return {
    posted: totals.reduce((sum, { posted }) => sum + posted, 0n),
    inDoubt: totals.reduce((sum, { inDoubt }) => sum + inDoubt, 0n),
  }
}
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

  it('says of each site what its book does, assets apart', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { book, model } = follow(entries)
        for (const [site, totals] of book.sites) {
          if (site === NAMELESS) continue
          const row = sumOf(model.lines.filter((line) => line.site === site && isFinest(line.span)))
          expect(amounts(row)).toEqual(amounts({ ...row, ...totals, delivered: [] }))
          expect(inOrder(row.delivered)).toEqual(inOrder([...totals.delivered.values()]))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('goes on from a book that kept none, and loses nothing', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, (first, later) => {
        const old = first.filter(({ kind }) => kind !== 'forget').map(withoutDay)
        const before = follow(old).book
        const book = openBase(sealBase(before, 0))!.book
        const start = historyBefore(book)
        expect(start.lines.every(({ span }) => span === BEFORE)).toBe(true)
        expect(amounts(sumOf(start.lines))).toEqual(totalsOf(book))
        const { model } = follow(later.slice(2), book, { lines: start.lines, days: start.days })
        expect(amounts(sumOf(model.days))).toEqual(totalsOf(book))
      }),
      { numRuns: 500 },
    )
  })
})
