import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { WriterReplaced } from '../../src/ports/journal-store.ts'
import { openDatabase } from './database.ts'
import { createJournalStore } from './journal-store.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

it('keeps books apart, entries in order, and refuses a number that is taken', async () => {
  const store = createJournalStore(await openDatabase())
  const one = await store.claim('one')
  const two = await store.claim('two')
  await store.append('one', one, 0, ['a', 'b'], [])
  await store.append('two', two, 0, ['x'], [])
  await store.append('one', one, 2, numbers(20), [])
  expect((await store.read('one')).entries).toEqual(['a', 'b', ...numbers(20)])
  expect(await store.read('two')).toEqual({ base: undefined, entries: ['x'] })
  expect((await store.read('on')).entries).toEqual([])
  await expect(store.append('one', one, 21, ['late', 'later'], [])).rejects.toThrow()
  expect((await store.read('one')).entries).toHaveLength(22)
})

it('puts a base in the place of the entries before it', async () => {
  const store = createJournalStore(await openDatabase())
  const writer = await store.claim('long')
  await store.append('long', writer, 0, numbers(30), [])
  await store.compact('long', writer, { all: 'of it' }, 20)
  expect(await store.read('long')).toEqual({
    base: { all: 'of it' },
    entries: numbers(30).slice(20),
  })
  await store.append('long', writer, 30, ['next'], [])
  expect((await store.read('long')).entries).toHaveLength(11)
})

it('takes nothing from a writer after whom another came, a number that is free again included', async () => {
  const store = createJournalStore(await openDatabase())
  const before = await store.claim('shared')
  await store.append('shared', before, 0, ['a'], [])
  const after = await store.claim('shared')
  await store.append('shared', after, 1, ['b'], [])
  await store.compact('shared', after, 'base', 2)
  await expect(store.append('shared', before, 1, ['b'], [])).rejects.toThrow(WriterReplaced)
  await expect(store.compact('shared', before, 'other', 2)).rejects.toThrow(WriterReplaced)
  expect(await store.read('shared')).toEqual({ base: 'base', entries: [] })
})
