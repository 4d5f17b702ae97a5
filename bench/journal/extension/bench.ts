import { systemClock } from '../../../extension/ports/system-clock.ts'
import type { PeriodId } from '../../../src/ledger/entry.ts'
import type { Journal } from '../../../src/ledger/journal.ts'
import { sourceUnits } from '../../../src/money/units.ts'
import { openStoredJournal } from '../../open-stored-journal.ts'
import { paidPacket } from '../../paid-packet.ts'

const BOOK = 'test.connector.reader USD/9'
const PERIOD = '2026-11' as PeriodId
const SITES = 200
/** Packets that share a transaction while history is made. */
const TOGETHER = 2_000

let opened: Journal | null = null
let packets = 0

const journal = (): Journal => {
  if (!opened) throw new Error('bench.start() comes first')
  return opened
}

const nextPacket = () => {
  const at = systemClock.wall()
  const packet = paidPacket({ at, period: PERIOD, amount: 100_000n, site: packets % SITES })
  packets += 1
  return packet
}

/** What the driver calls; times are milliseconds. */
const bench = {
  /** A start of the wallet: the database opened, the book claimed, read and folded. */
  async start(): Promise<number> {
    const began = performance.now()
    opened = await openStoredJournal(BOOK)
    return performance.now() - began
  },
  async begin(): Promise<void> {
    await journal().write({ kind: 'period', at: systemClock.wall(), period: PERIOD })
    await journal().write({ kind: 'limit', at: systemClock.wall(), limit: sourceUnits(2n ** 60n) })
  },
  /** Packets one after the other, each with its reservation on the disk before it is posted. */
  async pay(count: number): Promise<number[]> {
    const times: number[] = []
    for (let n = 0; n < count; n++) {
      const [reserve, post] = nextPacket()
      const began = performance.now()
      await journal().write(reserve)
      await journal().write(post)
      times.push(performance.now() - began)
    }
    return times
  },
  /** History, in as few transactions as the journal allows. */
  async fill(count: number): Promise<void> {
    for (let done = 0; done < count; done += TOGETHER) {
      const writes: Promise<void>[] = []
      for (let n = done; n < Math.min(count, done + TOGETHER); n++)
        writes.push(...nextPacket().map((entry) => journal().write(entry)))
      await Promise.all(writes)
    }
    // Waits for a compaction that is under way: a page that is left takes it along.
    await journal().write({ kind: 'limit', at: systemClock.wall(), limit: sourceUnits(2n ** 60n) })
  },
  /** Bytes that the browser counts for this extension; databases give space back when they like. */
  bytes: async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0,
  entries: (): number => journal().book.length,
}

Object.assign(globalThis, { bench })
