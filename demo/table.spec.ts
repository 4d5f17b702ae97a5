import { expect, it } from 'vitest'
import type { Figures } from './figures.ts'
import { table } from './table.ts'

const tag = { sent: 83_333_333n, origin: 'http://127.0.0.1:15001' }
const run: Figures = {
  tags: [
    {
      ...tag,
      pointer: '$127.0.0.1:15002/gallery',
      delivered: 66_666_666n,
      asset: { code: 'EUR', scale: 9 },
      record: 66_666_666n,
    },
    {
      ...tag,
      origin: 'http://127.0.0.1:15003',
      pointer: '$127.0.0.1:15004/label',
      delivered: 8n,
      asset: { code: 'USD', scale: 2 },
      record: 7n,
    },
  ],
  budget: { limit: 36n * 10n ** 9n, spent: 166_666_666n, reserved: 0n, inDoubt: 0n, left: 1n },
  debit: 166_666_666n,
  still: true,
  budgetSpent: false,
}

it('shows every book exactly, in columns', () => {
  expect(table(run, 'http://127.0.0.1:15003')).toEqual([
    '  site             payment pointer                      sent        delivered     receiver has',
    '  127.0.0.1:15001  $127.0.0.1:15002/gallery  0.083333333 USD  0.066666666 EUR  0.066666666 EUR',
    '> 127.0.0.1:15003  $127.0.0.1:15004/label    0.083333333 USD         0.08 USD         0.07 USD',
    '',
    "  spent 0.166666666 USD   connector's debit 0.166666666 USD   left 0.000000001 USD of 36.00 USD",
  ])
})

it('tells of doubt only where there is some', () => {
  const budget = { ...run.budget, inDoubt: 5n }
  expect(table({ ...run, budget }, null).at(-1)).toContain('in doubt 0.000000005 USD')
})
