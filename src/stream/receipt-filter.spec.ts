import { createReceipt } from 'ilp-protocol-stream/dist/src/util/receipt'
import { expect, it } from 'vitest'
import { createReceiptFilter } from './receipt-filter.ts'

const receipt = (total: number, nonce = 1, streamId = 1): Buffer =>
  createReceipt({
    nonce: Buffer.alloc(16, nonce),
    streamId,
    totalReceived: String(total),
    secret: Buffer.alloc(32, 7),
  })

it('passes on what grows, also beyond what a number holds exactly', () => {
  const filter = createReceiptFilter()
  for (const one of [receipt(5), receipt(5), receipt(Number.MAX_SAFE_INTEGER)]) {
    expect(filter(one)).toBe(one)
  }
  expect(filter(null)).toBeNull()
})

it.each([
  ['counts backwards', receipt(99)],
  ['has another nonce', receipt(101, 2)],
  ['is of another stream', receipt(101, 1, 3)],
  ['has another version', Buffer.concat([Buffer.of(2), receipt(101).subarray(1)])],
  ['is too short', receipt(101).subarray(1)],
  ['is too long', Buffer.concat([receipt(101), Buffer.alloc(10_000)])],
  ['is empty', Buffer.alloc(0)],
])('drops one that %s, and passes on the next good one', (_, bad) => {
  const filter = createReceiptFilter()
  expect(filter(receipt(100))).not.toBeNull()
  expect(filter(bad)).toBeNull()
  expect(filter(receipt(101))).not.toBeNull()
})
