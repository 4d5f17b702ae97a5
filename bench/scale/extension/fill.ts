import browser from 'webextension-polyfill'
import { systemClock } from '../../../extension/ports/system-clock.ts'
import { periodOf } from '../../../src/budget/period.ts'
import { dayOf } from '../../../src/history/span.ts'
import type { Journal } from '../../../src/ledger/journal.ts'
import { sourceUnits } from '../../../src/money/units.ts'
import { openStoredJournal } from '../../open-stored-journal.ts'
import { paidPacket } from '../../paid-packet.ts'

/** Packets that share a transaction. */
const TOGETHER = 2_000
/** 1,000 USD, and what every packet brings. */
const LIMIT = sourceUnits(1_000_000_000_000n)
const AMOUNT = 100_000n

let journal: Journal | null = null
let packets = 0

/** What the driver calls. */
const fill = {
  async begin(book: string): Promise<void> {
    journal = await openStoredJournal(book)
    const at = systemClock.wall()
    await journal.write({ kind: 'period', at, period: periodOf(at) })
    await journal.write({ kind: 'limit', at, limit: LIMIT })
  },
  /** So many packets of today, each to the next of so many sites, through the journal itself. */
  async add(count: number, sites: number): Promise<void> {
    if (!journal) throw new Error('fill.begin() comes first')
    const end = packets + count
    const at = systemClock.wall()
    while (packets < end) {
      const writes: Promise<void>[] = []
      for (let n = Math.min(TOGETHER, end - packets); n > 0; n--) {
        const site = packets++ % sites
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
