import { beforeEach, expect, test } from 'vitest'
import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'
import { keepLastBudget, readLastBudget } from './last-budget.ts'

const budget: BudgetSnapshot = {
  asset: { code: 'USD', scale: 9 },
  limit: '5000000000',
  spent: '1200000000',
  reserved: '0',
  inDoubt: '7',
  left: '3799999993',
  period: '2026-11',
  renewsAt: 1_796_083_200_000,
  renewal: 'none',
}
let kept: Map<string, string>
let store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

beforeEach(() => {
  kept = new Map()
  store = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  }
})

test('gives back what was seen last, to the same version alone', () => {
  expect(readLastBudget(store, '1.0.0')).toBeNull()
  keepLastBudget(store, '1.0.0', { setup: 'done', budget })
  expect(readLastBudget(store, '1.0.0')).toEqual(budget)
  expect(readLastBudget(store, '1.0.1')).toBeNull()
})

test('forgets it with the connection', () => {
  keepLastBudget(store, '1.0.0', { setup: 'done', budget })
  keepLastBudget(store, '1.0.0', { setup: 'connection', budget: null })
  expect(kept.size).toBe(0)
})

test('does without where nothing can be kept, and where what was kept cannot be read', () => {
  for (const key of ['getItem', 'setItem', 'removeItem'] as const) {
    store = {
      ...store,
      [key]: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }
  }
  keepLastBudget(store, '1.0.0', { setup: 'done', budget })
  expect(readLastBudget(store, '1.0.0')).toBeNull()
  expect(readLastBudget({ ...store, getItem: () => '{"version":' }, '1.0.0')).toBeNull()
})
