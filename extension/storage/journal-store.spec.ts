import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { createJournalStore } from './journal-store.ts'

it('keeps books apart, entries in order, and refuses a number that is taken', async () => {
  const store = createJournalStore(await openDatabase())
  await store.append('one', 0, ['a', 'b'])
  await store.append('two', 0, ['x'])
  await store.append(
    'one',
    2,
    Array.from({ length: 20 }, (_, i) => i),
  )
  expect(await store.load('one')).toEqual(['a', 'b', ...Array.from({ length: 20 }, (_, i) => i)])
  expect(await store.load('two')).toEqual(['x'])
  expect(await store.load('on')).toEqual([])
  await expect(store.append('one', 21, ['late', 'later'])).rejects.toThrow()
  expect(await store.load('one')).toHaveLength(22)
})
