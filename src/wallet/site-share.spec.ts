import { expect, it } from 'vitest'
import { NO_SITE, NO_TOTALS, type Book } from '../ledger/book.ts'
import { emptyBook } from '../ledger/fold.ts'
import type { PeriodId } from '../ledger/entry.ts'
import { sourceUnits } from '../money/units.ts'
import { greedySite } from './site-share.ts'

const totals = (posted: bigint) => ({ ...NO_TOTALS, posted: sourceUnits(posted) })

const book = (limit: bigint, sites: Readonly<Record<string, bigint>>): Book => {
  const period = '2026-11' as PeriodId
  const all = Object.values(sites).reduce((sum, one) => sum + one, 0n)
  return {
    ...emptyBook(),
    limit: sourceUnits(limit),
    period,
    totals: new Map([[period, totals(all)]]),
    sitesNow: new Map(Object.entries(sites).map(([site, posted]) => [site, totals(posted)])),
  }
}

it.each([
  ['half is not more than half', 1000n, { a: 100n, b: 100n }, 50, null],
  ['a unit more is', 1000n, { a: 101n, b: 100n }, 50, { origin: 'a', percent: 50 }],
  ['the greediest is told of', 1000n, { a: 30n, b: 80n, c: 40n }, 20, { origin: 'b', percent: 53 }],
  ['a tenth of the budget is too early', 1000n, { a: 100n }, 50, null],
  ['more than a tenth is not', 1000n, { a: 101n }, 50, { origin: 'a', percent: 100 }],
  ['all of it is never too much at 100', 1000n, { a: 900n }, 100, null],
  ['what was carried over is no site', 1000n, { [NO_SITE]: 900n, a: 10n }, 50, null],
  ['nothing spent', 0n, {}, 50, null],
] as const)('%s', (_, limit, sites, share, greedy) => {
  expect(greedySite(book(limit, sites), share)).toEqual(greedy)
})
