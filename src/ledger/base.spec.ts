import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import { openBase, sealBase, type OldSite } from './base.ts'
import { NO_SITE, siteNow } from './book.ts'
import type { Entry, PacketId, PeriodId } from './entry.ts'
import { applyEntry, emptyBook } from './fold.ts'
import { sealOldBase } from './testing/seal-old-base.ts'

const at = 1e12 as EpochMs
const SITES = ['https://a.example', 'https://b.example', 'https://c.example']

const packet = fc.record({
  site: fc.constantFrom(...SITES),
  amount: fc.bigInt(1n, 50n),
  end: fc.constantFrom('post', 'void', 'doubt', null),
})
const month = fc.record({
  packets: fc.array(packet, { maxLength: 12 }),
  carried: fc.bigInt(0n, 9n),
})

type Month = typeof month extends fc.Arbitrary<infer M> ? M : never

const bookOf = (months: readonly Month[]) => {
  const book = emptyBook()
  const sites = new Map<string, OldSite>()
  const write = (entry: Entry): void => applyEntry(book, entry)
  write({ kind: 'limit', at, limit: sourceUnits(10_000n) })
  let id = 0
  months.forEach(({ packets, carried }, index) => {
    const period = `2026-0${index + 1}` as PeriodId
    write({ kind: 'period', at, period })
    if (carried > 0n) write({ kind: 'carry', at, amount: sourceUnits(carried) })
    for (const { site, amount, end } of packets) {
      const own = `${++id}` as PacketId
      write({
        kind: 'reserve',
        at,
        packet: own,
        period,
        amount: sourceUnits(amount),
        condition: own,
        expiresAt: at,
        site,
        receiver: '',
      })
      const { posted, inDoubt } = sites.get(site) ?? { posted: 0n, inDoubt: 0n }
      const old = {
        posted: end === 'post' ? posted + amount : posted,
        inDoubt: end === 'doubt' ? inDoubt + amount : inDoubt,
        delivered: new Map(),
      }
      if (end === 'post' || end === 'doubt') sites.set(site, old as unknown as OldSite)
      if (end === 'post') write({ kind: 'post', at, packet: own, delivered: null })
      if (end === 'void') write({ kind: 'void', at, packet: own, code: 'F99' })
      if (end === 'doubt') write({ kind: 'doubt', at, packet: own, why: 'stopped' })
    }
  })
  return { book, sites }
}

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.array(month, { maxLength: 3 }), (months) => {
      const { book } = bookOf(months)
      const read = { book, chain: 7, oldSites: new Map() }
      expect(openBase(structuredClone(sealBase(book, 7)))).toEqual(read)
    }),
  )
})

it('opens a base from before sites were counted by period, and counts no site too low', () => {
  fc.assert(
    fc.property(fc.array(month, { minLength: 1, maxLength: 3 }), (months) => {
      const { book, sites } = bookOf(months)
      const opened = openBase(structuredClone(sealOldBase(1, book, sites, 7)))
      if (!opened) throw new Error('it was not opened')
      expect(opened.oldSites).toEqual(sites)
      const { sitesNow } = opened.book
      expect(opened.chain).toBe(7)
      expect(opened.book).toEqual({ ...book, sitesNow })
      for (const site of SITES) {
        const [now, was] = [siteNow(opened.book, site), siteNow(book, site)]
        expect([now.reserved, now.inDoubt]).toEqual([was.reserved, was.inDoubt])
        expect(now.posted).toBeGreaterThanOrEqual(was.posted)
        if (months.length === 1) expect(now.posted).toBe(was.posted)
      }
      if (months.length === 1) expect(siteNow(opened.book, NO_SITE)).toEqual(siteNow(book, NO_SITE))
    }),
  )
})

it('takes what each site got of all times out of a book that held it', () => {
  fc.assert(
    fc.property(fc.array(month, { maxLength: 3 }), (months) => {
      const { book, sites } = bookOf(months)
      const opened = openBase(structuredClone(sealOldBase(2, book, sites, 7)))
      expect(opened).toEqual({ book, chain: 7, oldSites: sites })
    }),
  )
})

it('opens none of a version that is not known', () => {
  const { book, sites } = bookOf([])
  for (const version of [0, 4, 99] as unknown as 1[])
    expect(openBase(sealOldBase(version, book, sites, 7))).toBeNull()
})
