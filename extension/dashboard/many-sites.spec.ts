import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import { deltasOf } from '../../src/history/deltas.ts'
import { addRows, NO_HISTORY } from '../../src/history/row.ts'
import { BEFORE, dayOf, type SpanId } from '../../src/history/span.ts'
import type { EpochMs } from '../../src/ports/clock.ts'
import type { DayId } from '../../src/ports/history-change.ts'
import { openDatabase } from '../storage/database.ts'
import { addDeltas } from '../storage/history-rows.ts'
import type { TributaryDatabase } from '../storage/schema.ts'
import { chartPoints } from './chart-points.ts'
import { rangesOf } from './history-range.ts'
import { keepSites, type KeptSites } from './keep-sites.ts'
import { readDailyLines, readDays, readSpan } from './read-history.ts'
import { findSites, sortSites } from './sort-sites.ts'

const SITES = 5_000
const DAYS = 730
/** Each day has ten sites of its own turn: rows by day are many, rows by year are not. */
const SITES_A_DAY = 10
const NOW = new Date(2026, 10, 25, 12).getTime() as EpochMs
const BOOK = 'g.c.al USD/9'

const additions = Array.from({ length: DAYS * SITES_A_DAY }, (_, n) => ({
  day: dayOf((NOW - Math.floor(n / SITES_A_DAY) * 86_400_000) as EpochMs),
  site: `https://site${n % SITES}.example`,
  page: null,
  row: { posted: BigInt(n + 1), inDoubt: 0n, delivered: [], packets: 1 },
}))
const whole = additions.reduce((sum, { row }) => sum + row.posted, 0n)
const posted = (lines: readonly { row: { posted: bigint } }[]) =>
  lines.reduce((sum, { row }) => sum + row.posted, 0n)

describe(`${SITES} sites over ${DAYS} days`, () => {
  let database: TributaryDatabase
  beforeAll(async () => {
    database = await openDatabase()
    const transaction = database.transaction(['sites', 'days', 'pages'], 'readwrite')
    await addDeltas(transaction, BOOK, deltasOf(additions))
    await transaction.done
  })

  it('needs a row for each day for the chart, and no site’s', async () => {
    const days = await readDays(database, BOOK)
    expect([days.length, posted(days)]).toEqual([DAYS, whole])
    for (const [grain, count] of [
      ['day', DAYS],
      ['week', 105],
      ['month', 25],
    ] as const) {
      const points = chartPoints(days, grain)
      expect([points.length, posted(points)], grain).toEqual([count, whole])
    }
  })

  it('reads a row for each site in a span, whatever its length', async () => {
    const days = await readDays(database, BOOK)
    const sitesIn = keepSites(database, BOOK).at(days)
    const ranges = rangesOf(
      days.map(({ day }) => day),
      NOW,
    )
    expect(ranges.slice(0, 5).map(({ id }) => id)).toEqual(['all', 'week', '2026', '2025', '2024'])
    const most = Math.max(...ranges.map(({ spans }) => spans.length))
    expect(most).toBe(7)
    const all = await sitesIn(ranges[0]!.spans)
    expect([all.length, posted(all)]).toEqual([SITES, whole])
    const month = await sitesIn(['2026-10' as SpanId])
    expect(month).toHaveLength(31 * SITES_A_DAY)
    expect(await sitesIn(ranges[1]!.spans)).toHaveLength(7 * SITES_A_DAY)
    expect(await readDailyLines(database, BOOK, (day) => day.startsWith('2026-10'))).toHaveLength(
      31 * SITES_A_DAY,
    )
  })

  it('finds and sorts', async () => {
    const lines = await readSpan(database, BOOK, '2026' as SpanId)
    const found = findSites(sortSites(lines, { key: 'sent', down: true }), ' SITE499')
    expect(found.every(({ site }) => site.includes('site499'))).toBe(true)
    const sums = found.map(({ row }) => row.posted)
    expect(sums).toEqual([...sums].sort((a, b) => (a < b ? 1 : -1)))
    const byName = sortSites(lines, { key: 'site', down: false }).map(({ site }) => site)
    expect(byName).toEqual([...byName].sort())
  })

  it('reads again what was paid since, and nothing else', async () => {
    const kept = keepSites(database, BOOK)
    const spans = ['2025', '2026', '2026-11', '2026-11-25'].map((span) => span as SpanId)
    const read = async (sites: KeptSites) => {
      const sitesIn = sites.at(await readDays(database, BOOK))
      const lists = await Promise.all(spans.map((span) => sitesIn([span])))
      return [...lists, await sitesIn(spans.slice(0, 2))]
    }
    const before = await read(kept)
    expect((await read(kept)).map((lines, index) => lines === before[index])).not.toContain(false)

    const row = { ...NO_HISTORY, posted: 7n, packets: 1 }
    const paid = ['https://site9.example', 'https://new.example'].map((site) => ({
      ...{ day: '2026-11-25' as DayId, site, page: null, row },
    }))
    const transaction = database.transaction(['sites', 'days', 'pages'], 'readwrite')
    await addDeltas(transaction, BOOK, deltasOf(paid))
    await transaction.done
    const after = await read(kept)
    expect(after.map((lines, index) => lines === before[index])).toEqual(
      spans.map((span) => span === '2025').concat(false),
    )
    const sorted = (lists: typeof after) =>
      lists.map((lines) => sortSites(lines, { key: 'site', down: false }))
    expect(sorted(after)).toEqual(sorted(await read(keepSites(database, BOOK))))
  })
})

describe('chartPoints', () => {
  const day = (text: string, amount: bigint) => ({
    day: text as DayId,
    row: addRows(NO_HISTORY, { ...NO_HISTORY, posted: amount }),
  })
  it('has the days between, weeks from Monday on, and leaves out what has no day', () => {
    const days = [day('2026-03-27', 1n), day('2026-03-30', 2n), { ...day('', 9n), day: BEFORE }]
    expect(chartPoints(days, 'day').map(({ from, row }) => [from, row.posted])).toEqual([
      ['2026-03-27', 1n],
      ['2026-03-28', 0n],
      ['2026-03-29', 0n],
      ['2026-03-30', 2n],
    ])
    expect(chartPoints(days, 'week').map(({ from }) => from)).toEqual(['2026-03-23', '2026-03-30'])
    expect(chartPoints(days, 'month').map(({ from }) => from)).toEqual(['2026-03-01'])
    expect(chartPoints([], 'day')).toEqual([])
  })
})
