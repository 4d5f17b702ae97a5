import { expect, it, vi } from 'vitest'
import { sourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import { WriterReplaced, type JournalStore, type StoredBook } from '../ports/journal-store.ts'
import type { MirrorStore } from '../ports/mirror-store.ts'
import type { Entry, PacketId, PeriodId } from './entry.ts'
import { JournalDamaged, openJournal } from './journal.ts'
import { mirrorToJson } from './mirror.ts'
import { createMemoryJournalStore } from './testing/memory-journal-store.ts'

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
  const memory = createMemoryJournalStore()
  let gate: Promise<void> = Promise.resolve()
  let broken = false
  let transactions = 0
  const store: JournalStore = {
    ...memory,
    async append(...args) {
      transactions += 1
      await gate
      if (broken) throw new Error('disk full')
      await memory.append(...args)
    },
  }
  return {
    store,
    memory,
    entries: memory.entries,
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

/** A store on which exactly this lies. */
const storeOf = (stored: StoredBook): JournalStore => ({
  ...createMemoryJournalStore(),
  read: () => Promise.resolve(stored),
})

const open = (
  store: JournalStore,
  { mirrors = createMirrors(), onStopped = () => {}, compactAfter = 1_000 } = {},
) => openJournal(store, mirrors, 'a', { onStopped, compactAfter })

it('counts an entry at once, and resolves once it is on the disk', async () => {
  const disk = createDisk()
  const journal = await open(disk.store)
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

it('writes the entries of one turn in one transaction, all of them or none', async () => {
  const disk = createDisk()
  const journal = await open(disk.store)
  await Promise.all(Array.from({ length: 50 }, (_, n) => journal.write(limit(BigInt(n)))))
  expect([disk.transactions, disk.entries.length]).toEqual([1, 50])
})

it('shares a transaction between entries that come while another is on its way', async () => {
  const disk = createDisk()
  const journal = await open(disk.store)
  const release = disk.hold()
  const writes: Promise<void>[] = []
  for (let n = 0; n < 50; n++) {
    writes.push(journal.write(limit(BigInt(n))))
    await new Promise(setImmediate)
  }
  release()
  await Promise.all(writes)
  expect(disk.transactions).toBe(2)
  const again = await open(disk.store)
  expect(again.book.limit).toBe(49n)
  expect(again.book.length).toBe(50)
})

it('stops for good when a write fails, and says so once', async () => {
  const disk = createDisk()
  let told = 0
  const journal = await open(disk.store, { onStopped: () => (told += 1) })
  await journal.write(limit(1n))
  disk.break()
  await expect(journal.write(limit(2n))).rejects.toThrow('disk full')
  await expect(journal.write(limit(3n))).rejects.toThrow(JournalDamaged)
  expect(journal.state).toBe('damaged')
  expect(told).toBe(1)
})

it('stops when an entry cannot follow, before anything is stored', async () => {
  const disk = createDisk()
  let told = 0
  const journal = await open(disk.store, { onStopped: () => (told += 1) })
  const period: Entry = { kind: 'period', at: 1 as EpochMs, period: '2026-01' as PeriodId }
  await journal.write(period)
  await expect(journal.write(period)).rejects.toThrow(JournalDamaged)
  expect([journal.state, told, disk.entries.length]).toEqual(['damaged', 1, 1])
})

it('gives way to whoever opens the same book after it, and writes nothing more', async () => {
  const disk = createDisk()
  let told = 0
  const one = await open(disk.store, { onStopped: () => (told += 1) })
  await one.write(limit(1n))
  const two = await open(disk.store)
  await expect(one.write(limit(2n))).rejects.toThrow(WriterReplaced)
  await two.write(limit(3n))
  expect([one.state, two.state, told]).toEqual(['replaced', 'sound', 1])
  expect((await open(disk.store)).book.limit).toBe(3n)
})

it('is compacted once it is long, and goes on from there as if it had not been', async () => {
  const disk = createDisk()
  const mirrors = createMirrors()
  const journal = await open(disk.store, { mirrors, compactAfter: 10 })
  for (let n = 1; n <= 35; n++) await journal.write(limit(BigInt(n)))
  expect(disk.entries).toHaveLength(5)
  expect(mirrors.saved).toMatchObject({ length: 35 })
  const again = await open(disk.store, { mirrors, compactAfter: 10 })
  expect(again.book).toEqual(journal.book)
  for (let n = 36; n <= 40; n++) await again.write(limit(BigInt(n)))
  expect(disk.entries).toHaveLength(0)
  expect((await open(disk.store, { mirrors })).book).toEqual(again.book)
})

it('keeps what comes while it is being compacted', async () => {
  const disk = createDisk()
  const journal = await open(disk.store, { compactAfter: 2 })
  const release = disk.hold()
  const writes = Array.from({ length: 50 }, (_, n) => journal.write(limit(BigInt(n))))
  release()
  await Promise.all(writes)
  await journal.write(limit(51n))
  const again = await open(disk.store)
  expect([again.book.length, again.book.limit]).toEqual([51, 51n])
})

it('stops where the compaction fails, with nothing lost', async () => {
  const disk = createDisk()
  const store = { ...disk.store, compact: () => Promise.reject(new Error('disk full')) }
  const journal = await open(store, { compactAfter: 3 })
  for (let n = 1; n <= 3; n++) await journal.write(limit(BigInt(n)))
  await expect(journal.write(limit(4n))).rejects.toThrow(JournalDamaged)
  expect(journal.state).toBe('damaged')
  expect((await open(disk.store)).book.limit).toBe(3n)
})

it('notices a changed, a lost and an unknown base', async () => {
  const disk = createDisk()
  const journal = await open(disk.store, { compactAfter: 3 })
  for (let n = 1; n <= 4; n++) await journal.write(limit(BigInt(n)))
  const { entries, memory } = disk
  const base = memory.base as Record<string, unknown>
  await expect(open(storeOf({ base, entries }))).resolves.toBeDefined()
  const text = String(base['text']).replace('"3"', '"9"')
  expect(text).not.toBe(base['text'])
  const wrong = [
    undefined,
    null,
    'x',
    { ...base, text },
    { ...base, chain: 1 },
    { ...base, version: 1 },
    { ...base, version: 2 },
    { ...base, version: 4 },
  ]
  for (const one of wrong) {
    await expect(open(storeOf({ base: one, entries }))).rejects.toThrow(JournalDamaged)
  }
})

it.each([
  ['x'],
  [{ kind: 'limit', at: 1, limit: '-5' }],
  [{ kind: 'post', at: 1, packet: 'a', delivered: null }],
])('does not open a journal with %j in it', async (entry) => {
  const store = storeOf({ base: undefined, entries: [entry] })
  await expect(open(store)).rejects.toThrow(JournalDamaged)
})

it('notices every change to what was stored: a bit, a missing entry, two that changed places', async () => {
  const disk = createDisk()
  const journal = await open(disk.store)
  for (const units of [1n, 2n, 3n, 400n]) await journal.write(limit(units))
  const opened = (entries: readonly unknown[]) => open(storeOf({ base: undefined, entries }))
  const [a, b, c, d] = disk.entries
  await expect(opened([a, b, c])).resolves.toBeDefined()
  for (const wrong of [
    [a, c, d],
    [b, c, d],
    [a, c, b, d],
    [a, b, b, c, d],
  ]) {
    await expect(opened(wrong)).rejects.toThrow(JournalDamaged)
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
      await expect(opened(disk.entries.with(index, value))).rejects.toThrow(JournalDamaged)
    }
  }
  expect(flipped).toBeGreaterThan(500)
})

it('waits for the mirror where what counts has changed, and for the disk alone where it has not', async () => {
  const lengths: unknown[] = []
  let save: () => void = () => {}
  const mirrors = {
    ...createMirrors(),
    async save(_book: string, mirror: unknown) {
      await new Promise<void>((resolve) => (save = resolve))
      lengths.push((mirror as { length: unknown }).length)
    },
  }
  const journal = await open(createMemoryJournalStore(), { mirrors })
  const [at, period] = [1 as EpochMs, '2026-01' as PeriodId]
  const [one, two] = ['a', 'b'] as PacketId[]
  const reserve = (packet: string): Entry => ({
    ...{ kind: 'reserve', at, packet: packet as PacketId, period, amount: sourceUnits(5n) },
    ...{ condition: packet.repeat(64), expiresAt: at, site: 'https://site.example' },
    receiver: 'https://wallet.example/',
  })
  const probe = 'c' as PacketId
  const entries: readonly [Entry, 'mirror' | 'disk'][] = [
    [limit(100n), 'mirror'],
    [{ kind: 'period', at, period }, 'mirror'],
    [{ kind: 'probe', at, packet: probe, amount: sourceUnits(1n) }, 'disk'],
    [{ kind: 'probe-end', at, packet: probe }, 'disk'],
    [reserve('a'), 'mirror'],
    [{ kind: 'post', at, packet: one!, delivered: null }, 'disk'],
    [reserve('b'), 'mirror'],
    [{ kind: 'void', at, packet: two!, code: 'F99' }, 'mirror'],
  ]
  for (const [index, [entry, waitsFor]] of entries.entries()) {
    let done = false
    const written = journal.write(entry).then(() => (done = true))
    await new Promise(setImmediate)
    expect(done, entry.kind).toBe(waitsFor === 'disk')
    save()
    await written
    await new Promise(setImmediate)
    expect(lengths, 'it is told of every entry').toHaveLength(index + 1)
  }
  expect(lengths).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(mirrorToJson(journal.book)).toMatchObject({ counted: '5' })
})

it('is not opened where the mirror remembers more than is there', async () => {
  const disk = createDisk()
  const mirrors = createMirrors()
  const journal = await open(disk.store, { mirrors })
  for (const units of [1n, 2n, 3n]) await journal.write(limit(units))
  expect(mirrors.saved).toMatchObject({ length: 3, limit: '3', counted: '0' })
  await expect(open(disk.store, { mirrors })).resolves.toBeDefined()
  const empty = storeOf({ base: undefined, entries: [] })
  await expect(open(empty, { mirrors })).rejects.toThrow(JournalDamaged)
})

it('keeps nothing for a list of sites that could not be read', async () => {
  const readSites = () => Promise.reject(new Error('unreadable'))
  const journal = await open({ ...createMemoryJournalStore(), readSites })
  const at = 1 as EpochMs
  await journal.write({ kind: 'period', at, period: '2026-11' as PeriodId })
  const { sums } = journal.followSites(() => {})
  const add = vi.spyOn(sums, 'add')
  const carry = (): Promise<void> => journal.write({ kind: 'carry', at, amount: sourceUnits(1n) })
  const early = carry()
  expect(add).toHaveBeenCalledTimes(1)
  await early
  await carry()
  expect(add).toHaveBeenCalledTimes(1)
})
