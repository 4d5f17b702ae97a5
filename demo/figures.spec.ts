import { describe, expect, it } from 'vitest'
import { changeSince, type Figures } from './figures.ts'
import { verdict } from './verdict.ts'

const usd = { code: 'USD', scale: 9 }
const tag = (pointer: string, amount: bigint) => ({
  origin: 'http://127.0.0.1:1',
  pointer,
  sent: amount,
  delivered: amount,
  asset: usd,
  record: amount,
})
const good: Figures = {
  tags: [tag('$a', 3n), tag('$b', 4n)],
  budget: { limit: 100n, spent: 7n, reserved: 0n, inDoubt: 0n, left: 93n },
  debit: 7n,
  still: true,
  budgetSpent: false,
}
const [a, b] = [tag('$a', 3n), tag('$b', 4n)]

describe('verdict', () => {
  it('is empty where money reached every tag and the books agree', () => {
    expect(verdict(good)).toEqual([])
    expect(verdict({ ...good, budgetSpent: true })).toEqual([])
  })

  it.each<[string, Partial<Figures>, string]>([
    ['a tag got nothing', { tags: [a, { ...b, delivered: 0n, record: 0n }] }, 'nothing reached $b'],
    ['a receiver has more', { tags: [a, { ...b, record: 5n }] }, '$b: the wallet says 4 arrived'],
    ['a receiver has less', { tags: [{ ...a, record: 2n }, b] }, '$a: the wallet says 3 arrived'],
    ['the connector has more', { debit: 8n }, 'it spent 7, the connector that it owes 8'],
    ['something is in doubt', { budget: { ...good.budget, inDoubt: 1n } }, 'In doubt: 1'],
    ['money went elsewhere', { tags: [a, { ...b, sent: 3n }] }, 'sent 6, but 7 was spent'],
  ])('says so where %s', (_, wrong, words) => {
    expect(verdict({ ...good, ...wrong }).join()).toContain(words)
  })

  it('names the budget where that is why a tag got nothing', () => {
    const tags = [{ ...a, sent: 7n }, tag('$b', 0n)]
    expect(verdict({ ...good, tags, budgetSpent: true }).join()).toContain(
      'The budget was spent before every tag was paid: nothing reached $b.',
    )
  })
})

describe('changeSince', () => {
  it('leaves out what a kept wallet spent before', () => {
    const budget = { ...good.budget, spent: 50n, inDoubt: 2n }
    const before = { ...good, budget, debit: 1n }
    const now = { ...good, budget: { ...budget, spent: 57n, left: 41n }, debit: 8n }
    expect(changeSince(before, now)).toEqual({
      ...good,
      budget: { ...good.budget, left: 41n },
    })
  })
})
