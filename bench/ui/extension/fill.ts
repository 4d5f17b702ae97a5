import { periodOf } from '../../../src/budget/period.ts'
import { dayOf } from '../../../src/history/span.ts'
import type { Journal } from '../../../src/ledger/journal.ts'
import { sourceUnits } from '../../../src/money/units.ts'
import type { EpochMs } from '../../../src/ports/clock.ts'
import { openStoredJournal } from '../../open-stored-journal.ts'
import { paidPacket } from '../../paid-packet.ts'
import { DAYS, SITES } from '../history-size.ts'

/** Paid on a day, each in its turn, beside the few that are paid every day. */
const SITES_A_DAY = 50
const EVERY_DAY = 5
/** A page is kept for as long as people can want it to be. */
const PAGE_DAYS = 365
/** 1,000 USD. */
const LIMIT = sourceUnits(1_000_000_000_000n)

/** At noon, so that no change of the clocks leads into another day. */
const noon = (daysAgo: number): EpochMs => {
  const now = new Date()
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, 12)
  return date.getTime() as EpochMs
}

const sitesOn = (daysAgo: number): number[] => [
  ...Array.from({ length: EVERY_DAY }, (_, n) => n),
  ...Array.from({ length: SITES_A_DAY }, (_, n) => (daysAgo * SITES_A_DAY + n) % SITES),
]

/** A day's payments. One of every tenth day is left in doubt. */
const payOn = (journal: Journal, daysAgo: number): Promise<void>[] => {
  const at = noon(daysAgo)
  const [period, day] = [periodOf(at), dayOf(at)]
  const writes: Promise<void>[] = []
  if (journal.book.period !== period) writes.push(journal.write({ kind: 'period', at, period }))
  for (const [n, site] of sitesOn(daysAgo).entries()) {
    const amount = BigInt(1 + ((daysAgo * 31 + site * 17) % 97)) * 8_000_000n
    const [reserve, post] = paidPacket({ at, period, day, amount, site })
    const page = daysAgo < PAGE_DAYS ? `/pages/${daysAgo}.html` : null
    writes.push(journal.write(reserve))
    const doubtful = daysAgo % 10 === 0 && n === EVERY_DAY + ((daysAgo / 10) % SITES_A_DAY)
    writes.push(
      doubtful
        ? journal.write({ kind: 'doubt', at, packet: post.packet, why: 'no-answer' })
        : journal.write(post, page),
    )
  }
  return writes
}

let journal: Journal | null = null

/** What the driver calls. */
const fill = {
  async begin(book: string): Promise<void> {
    journal = await openStoredJournal(book)
    await journal.write({ kind: 'limit', at: noon(DAYS), limit: LIMIT })
  },
  /** Days ago: from this one on, until the day before the other; in one transaction, through the journal itself. */
  async pay(from: number, to: number): Promise<void> {
    if (!journal) throw new Error('fill.begin() comes first')
    const writes: Promise<void>[] = []
    for (let daysAgo = from; daysAgo > to; daysAgo--) writes.push(...payOn(journal, daysAgo))
    await Promise.all(writes)
    // Waits for a compaction that is under way: a page that is left takes it along.
    await journal.write({ kind: 'limit', at: noon(to), limit: LIMIT })
  },
}

Object.assign(globalThis, { fill })
