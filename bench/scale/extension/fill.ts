import browser from 'webextension-polyfill'
import { systemClock } from '../../../extension/ports/system-clock.ts'
import { periodOf } from '../../../src/budget/period.ts'
import { dayOf } from '../../../src/history/span.ts'
import type { Journal } from '../../../src/ledger/journal.ts'
import { sourceUnits } from '../../../src/money/units.ts'
import type { EpochMs } from '../../../src/ports/clock.ts'
import { openStoredJournal } from '../../open-stored-journal.ts'
import { paidPacket } from '../../paid-packet.ts'

/** Packets that share a transaction. */
const TOGETHER = 2_000
/** 1,000 USD a month, and what every packet brings. */
const LIMIT = sourceUnits(1_000_000_000_000n)
const AMOUNT = 100_000n

/** A moment of it: its first day, or today. */
const monthsAgo = (ago: number): EpochMs => {
  const now = new Date(systemClock.wall())
  if (ago === 0) return now.getTime() as EpochMs
  return new Date(now.getFullYear(), now.getMonth() - ago, 1, 12).getTime() as EpochMs
}

let journal: Journal | null = null
let packets = 0

/** What the driver calls. */
const fill = {
  async begin(book: string): Promise<void> {
    journal = await openStoredJournal(book)
    await journal.write({ kind: 'limit', at: systemClock.wall(), limit: LIMIT })
  },
  /**
   * So many packets of the month that is `ago` months ago, through the journal itself, each to the next of so many sites
   * after the first `before`. Older months first.
   */
  async add(count: number, ago: number, sites: number, before: number): Promise<void> {
    if (!journal) throw new Error('fill.begin() comes first')
    const end = packets + count
    const at = monthsAgo(ago)
    if (journal.book.period !== periodOf(at))
      await journal.write({ kind: 'period', at, period: periodOf(at) })
    while (packets < end) {
      const writes: Promise<void>[] = []
      for (let n = Math.min(TOGETHER, end - packets); n > 0; n--) {
        const site = before + (packets++ % sites)
        const packet = { at, period: periodOf(at), day: dayOf(at), amount: AMOUNT, site }
        for (const entry of paidPacket(packet)) writes.push(journal.write(entry))
      }
      await Promise.all(writes)
    }
    // Waits for a compaction that is under way: a page that is left takes it along.
    await journal.write({ kind: 'limit', at, limit: LIMIT })
  },
  /** Milliseconds until the wallet answers. For the copy of this page at an address that it listens to. */
  ask(): Promise<number> {
    return new Promise((resolve) => {
      const began = performance.now()
      const port = browser.runtime.connect({ name: 'popup' })
      port.onMessage.addListener(() => {
        resolve(performance.now() - began)
        port.disconnect()
      })
      port.postMessage({ kind: 'watch', tabId: null })
    })
  },
}

Object.assign(globalThis, { fill })
