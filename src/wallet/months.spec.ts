import { expect, it } from 'vitest'
import type { EpochMs } from '../ports/clock.ts'
import { createMonths } from './months.ts'
import { bookName } from './settings.ts'
import { testConnection } from './testing/test-connection.ts'

const connection = testConnection({ repairs: 1 })
const book = bookName(connection)
const at = (month: number) => new Date(2026, month, 15).getTime() as EpochMs
const mirror = { length: 5, period: '2026-11', counted: '70', limit: '100' }

const monthsWith = async (load: (book: string) => Promise<unknown>) => {
  const months = createMonths({ load, save: () => Promise.resolve() }, new Map())
  await months.read([connection])
  return months
}

it('shows what the mirror of a kept connection remembers of this month, and nothing of earlier ones', async () => {
  const months = await monthsWith((name) => Promise.resolve(name === book ? mirror : undefined))
  expect(months.of(book, at(10))).toEqual({ counted: 70n, limit: 100n })
  expect(months.of(book, at(11))).toEqual({ counted: 0n, limit: 100n })
  expect(months.of('another', at(10))).toBeNull()
})

it.each([undefined, {}, { ...mirror, limit: null }])(
  'knows no budget where the mirror says %j',
  async (said) => {
    const months = await monthsWith(() => Promise.resolve(said))
    expect(months.of(book, at(10))).toBeNull()
  },
)

it('knows no budget where the mirror cannot be read', async () => {
  const months = await monthsWith(() => Promise.reject(new Error('no disk')))
  expect(months.of(book, at(10))).toBeNull()
})
