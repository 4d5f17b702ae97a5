import { expect, it } from 'vitest'
import { NAMELESS } from '../history/nameless.ts'
import { NO_HISTORY } from '../history/row.ts'
import type { SiteRows } from '../history/site-sums.ts'
import { mostPaid, namedSites } from './most-paid.ts'

const rows = (sites: Readonly<Record<string, bigint>>): SiteRows =>
  new Map(Object.entries(sites).map(([site, posted]) => [site, { ...NO_HISTORY, posted }]))
const names = (sites: Readonly<Record<string, bigint>>, count: number) =>
  mostPaid(rows(sites), count).map(([origin]) => origin)

it('gives a few as it gives all, most first, and none without a name', () => {
  const sites = { a: 3n, [NAMELESS]: 9n, b: 5n, c: 3n, d: 1n, e: 5n }
  const all = names(sites, Infinity)
  expect(all).toEqual(['b', 'e', 'a', 'c', 'd'])
  for (let count = 0; count <= 6; count++) expect(names(sites, count)).toEqual(all.slice(0, count))
  expect(namedSites(rows(sites))).toBe(5)
  expect(namedSites(rows({ a: 1n }))).toBe(1)
})
