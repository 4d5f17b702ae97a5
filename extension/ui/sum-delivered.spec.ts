import { expect, it } from 'vitest'
import { sumDelivered } from './sum-delivered.ts'

it('adds up amounts of one asset, and never two assets', () => {
  const eur = { code: 'EUR', scale: 2 }
  const fine = { code: 'EUR', scale: 9 }
  expect(
    sumDelivered([
      { asset: eur, amount: '1' },
      { asset: fine, amount: '5' },
      { asset: { ...eur }, amount: '2' },
    ]),
  ).toEqual([
    { asset: eur, amount: '3' },
    { asset: fine, amount: '5' },
  ])
})
