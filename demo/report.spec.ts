import { expect, it } from 'vitest'
import { report } from './report.ts'

it('has the shape that programs rely on', () => {
  const tag = {
    origin: 'http://127.0.0.1:1',
    pointer: '$127.0.0.1:2/band',
    sent: 70_000_000n,
    delivered: 140_000n,
    asset: { code: 'XRP', scale: 6 },
    record: 140_000n,
  }
  const figures = {
    tags: [tag],
    budget: { limit: 10n ** 18n, spent: 70_000_000n, reserved: 0n, inDoubt: 0n, left: 5n },
    debit: 70_000_000n,
    still: true,
    budgetSpent: false,
  }
  const result = { errors: [], browser: 'chrome', seconds: 40.00049, figures } as const
  expect(report({ ...result, screenshot: 'popup.png' })).toEqual({
    ok: true,
    errors: [],
    browser: 'chrome',
    seconds: 40,
    asset: { code: 'USD', scale: 9 },
    budget: { limit: '1000000000000000000', spent: '70000000', inDoubt: '0' },
    connector: { debit: '70000000' },
    sites: [
      {
        origin: 'http://127.0.0.1:1',
        paymentPointer: '$127.0.0.1:2/band',
        sent: '70000000',
        delivered: '140000',
        deliveredAsset: { code: 'XRP', scale: 6 },
        receiverRecord: '140000',
      },
    ],
    screenshot: 'popup.png',
  })
})

it('keeps its shape where a run did not come far', () => {
  expect(report({ errors: ['No browser.'] })).toMatchObject({
    ok: false,
    browser: null,
    seconds: 0,
    budget: { limit: '0', spent: '0', inDoubt: '0' },
    connector: { debit: '0' },
    sites: [],
    screenshot: null,
  })
})
