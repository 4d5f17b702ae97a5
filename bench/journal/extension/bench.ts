import browser from 'webextension-polyfill'
import { openDatabase } from '../../../extension/storage/database.ts'
import { createJournalStore } from '../../../extension/storage/journal-store.ts'
import { createMirrorStore } from '../../../extension/storage/mirror-store.ts'
import { systemClock } from '../../../extension/ports/system-clock.ts'
import type { Entry, PacketId, PeriodId } from '../../../src/ledger/entry.ts'
import { openJournal, type Journal } from '../../../src/ledger/journal.ts'
import { deliveredUnits, sourceUnits } from '../../../src/money/units.ts'
import type { EpochMs } from '../../../src/ports/clock.ts'

const BOOK = 'test.connector.reader USD/9'
const PERIOD = '2026-11' as PeriodId
const SITES = 200
/** Packets that share a transaction while history is made. */
const TOGETHER = 2_000

const random = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

const reserve = (packet: PacketId, n: number): Entry => ({
  kind: 'reserve',
  at: systemClock.wall(),
  packet,
  period: PERIOD,
  amount: sourceUnits(100_000n),
  condition: random(32),
  expiresAt: (systemClock.wall() + 30_000) as EpochMs,
  site: `https://site${n % SITES}.example`,
  receiver: `https://wallet.example/people/${n % SITES}`,
})
const post = (packet: PacketId): Entry => ({
  kind: 'post',
  at: systemClock.wall(),
  packet,
  delivered: { amount: deliveredUnits(92_000n), asset: { code: 'EUR', scale: 9 } },
})

const open = async (): Promise<Journal> => {
  const database = await openDatabase()
  return openJournal(createJournalStore(database), createMirrorStore(browser.storage.local), BOOK, {
    onStopped: () => console.error('the journal has stopped'),
  })
}

let opened: Journal | null = null
let packets = 0

const journal = (): Journal => {
  if (!opened) throw new Error('bench.start() comes first')
  return opened
}

/** What the driver calls; times are milliseconds. */
const bench = {
  /** A start of the wallet: the database opened, the book claimed, read and folded. */
  async start(): Promise<number> {
    const began = performance.now()
    opened = await open()
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
      const packet = random(16) as PacketId
      const began = performance.now()
      await journal().write(reserve(packet, packets))
      await journal().write(post(packet))
      times.push(performance.now() - began)
      packets += 1
    }
    return times
  },
  /** History, in as few transactions as the journal allows. */
  async fill(count: number): Promise<void> {
    for (let done = 0; done < count; done += TOGETHER) {
      const writes: Promise<void>[] = []
      for (let n = done; n < Math.min(count, done + TOGETHER); n++) {
        const packet = random(16) as PacketId
        writes.push(journal().write(reserve(packet, packets)), journal().write(post(packet)))
        packets += 1
      }
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
