import { expect, it } from 'vitest'
import { sourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import type { JournalStore } from '../ports/journal-store.ts'
import type { MirrorStore } from '../ports/mirror-store.ts'
import type { Entry, PeriodId } from './entry.ts'
import { JournalDamaged, openJournal } from './journal.ts'

const limit = (units: bigint): Entry => ({
  kind: 'limit',
  at: 1 as EpochMs,
  limit: sourceUnits(units),
})

const createMirrors = (): MirrorStore & { saved: unknown } => ({
  saved: undefined,
  load() {
    return Promise.resolve(this.saved)
  },
  save(_book, mirror) {
    this.saved = mirror
    return Promise.resolve()
  },
})

/** A disk that a test can hold, break and count. */
const createDisk = () => {
  const entries: unknown[] = []
  let gate: Promise<void> = Promise.resolve()
  let broken = false
  let transactions = 0
  const store: JournalStore = {
    load: () => Promise.resolve([...entries]),
    async append(_book, first, added) {
      transactions += 1
      await gate
      if (broken || first !== entries.length) throw new Error('disk full')
      entries.push(...added)
    },
  }
  return {
    store,
    entries,
    get transactions() {
      return transactions
    },
    hold() {
      let release = (): void => {}
      gate = new Promise((resolve) => (release = resolve))
      return release
    },
    break: () => (broken = true),
  }
}

it('counts an entry at once, and resolves once it is on the disk', async () => {
  const disk = createDisk()
  const journal = await openJournal(disk.store, createMirrors(), 'a', () => {})
  const release = disk.hold()
  let written = false
  const write = journal.write(limit(5n)).then(() => (written = true))
  expect(journal.book.limit).toBe(5n)
  await new Promise(setImmediate)
  expect(written).toBe(false)
  release()
  await write
  expect(disk.entries).toHaveLength(1)
})

it('shares a transaction between entries that come while another is on its way', async () => {
  const disk = createDisk()
  const journal = await openJournal(disk.store, createMirrors(), 'a', () => {})
  const release = disk.hold()
  const writes = Array.from({ length: 50 }, (_, n) => journal.write(limit(BigInt(n))))
  release()
  await Promise.all(writes)
  expect(disk.transactions).toBe(2)
  const again = await openJournal(disk.store, createMirrors(), 'a', () => {})
  expect(again.book.limit).toBe(49n)
  expect(again.book.length).toBe(50)
})

it('stops for good when a write fails, and says so once', async () => {
  const disk = createDisk()
  let told = 0
  const journal = await openJournal(disk.store, createMirrors(), 'a', () => (told += 1))
  await journal.write(limit(1n))
  disk.break()
  await expect(journal.write(limit(2n))).rejects.toThrow('disk full')
  await expect(journal.write(limit(3n))).rejects.toThrow(JournalDamaged)
  expect(journal.damaged).toBe(true)
  expect(told).toBe(1)
})

it('stops when an entry cannot follow, before anything is stored', async () => {
  const disk = createDisk()
  let told = 0
  const journal = await openJournal(disk.store, createMirrors(), 'a', () => (told += 1))
  const period: Entry = { kind: 'period', at: 1 as EpochMs, period: '2026-01' as PeriodId }
  await journal.write(period)
  await expect(journal.write(period)).rejects.toThrow(JournalDamaged)
  expect([journal.damaged, told, disk.entries.length]).toEqual([true, 1, 1])
})

it('is noticed when somebody else writes the same book', async () => {
  const disk = createDisk()
  const one = await openJournal(disk.store, createMirrors(), 'a', () => {})
  const two = await openJournal(disk.store, createMirrors(), 'a', () => {})
  await one.write(limit(1n))
  await expect(two.write(limit(2n))).rejects.toThrow()
  expect([one.damaged, two.damaged]).toEqual([false, true])
})

it.each([
  ['x'],
  [{ kind: 'limit', at: 1, limit: '-5' }],
  [{ kind: 'post', at: 1, packet: 'a', delivered: null }],
])('does not open a journal with %j in it', async (entry) => {
  const store: JournalStore = {
    load: () => Promise.resolve([entry]),
    append: () => Promise.resolve(),
  }
  await expect(openJournal(store, createMirrors(), 'a', () => {})).rejects.toThrow(JournalDamaged)
})

it('notices every change to what was stored: a bit, a missing entry, two that changed places', async () => {
  const disk = createDisk()
  const journal = await openJournal(disk.store, createMirrors(), 'a', () => {})
  for (const units of [1n, 2n, 3n, 400n]) await journal.write(limit(units))
  const open = (entries: readonly unknown[]) =>
    openJournal(
      { ...disk.store, load: () => Promise.resolve(entries) },
      createMirrors(),
      'a',
      () => {},
    )
  const [a, b, c, d] = disk.entries
  await expect(open([a, b, c])).resolves.toBeDefined()
  for (const wrong of [
    [a, c, d],
    [b, c, d],
    [a, c, b, d],
    [a, b, b, c, d],
  ]) {
    await expect(open(wrong)).rejects.toThrow(JournalDamaged)
  }
  const texts = disk.entries.map((entry) => JSON.stringify(entry))
  let flipped = 0
  for (const [index, text] of texts.entries()) {
    for (let bit = 0; bit < text.length * 8; bit++) {
      const bytes = Buffer.from(text)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      let value: unknown
      try {
        value = JSON.parse(bytes.toString())
      } catch {
        continue // such a record is not even stored as it is
      }
      flipped += 1
      await expect(open(disk.entries.with(index, value))).rejects.toThrow(JournalDamaged)
    }
  }
  expect(flipped).toBeGreaterThan(500)
})

it('is not opened where the mirror remembers more than is there', async () => {
  const disk = createDisk()
  const mirrors = createMirrors()
  const journal = await openJournal(disk.store, mirrors, 'a', () => {})
  for (const units of [1n, 2n, 3n]) await journal.write(limit(units))
  expect(mirrors.saved).toMatchObject({ length: 3, limit: '3', counted: '0' })
  await expect(openJournal(disk.store, mirrors, 'a', () => {})).resolves.toBeDefined()
  const empty: JournalStore = { ...disk.store, load: () => Promise.resolve([]) }
  await expect(openJournal(empty, mirrors, 'a', () => {})).rejects.toThrow(JournalDamaged)
})
