import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { createReceipt } from 'ilp-protocol-stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type OpenDatabase } from '../store/database.ts'
import type { ReceiptSetup } from '../wallets/stream-receiver.ts'
import { VerifiedBook } from './verified-book.ts'

let book: VerifiedBook
let alice: ReceiptSetup
let open: OpenDatabase
beforeEach(() => {
  open = openDatabase()
  book = new VerifiedBook(open.db)
  alice = book.issue('alice')
})
afterEach(() => open.close())

/** As a receiver makes it: with the library, not with the code that is tested. */
const receipt = ({ nonce, secret }: ReceiptSetup, total: number | string, streamId = 1): string =>
  createReceipt({ nonce, secret, streamId, totalReceived: String(total) }).toString('base64')
const refused = (why: string) => ({ kind: 'refused', why })
const verified = (amount: bigint, user = 'alice') => ({ kind: 'verified', user, amount })

describe('a receipt', () => {
  it('proves what it says, and the next one only what came on top', () => {
    expect(book.submit(receipt(alice, 100))).toEqual(verified(100n))
    expect(book.submit(receipt(alice, 250))).toEqual(verified(150n))
    expect(book.record('alice')).toEqual({ verified: 250n, receipts: 2 })
    expect(book.record('bob')).toEqual({ verified: 0n, receipts: 0 })
  })

  it('counts each stream and each payer on its own', () => {
    const other = book.issue('alice')
    const bob = book.issue('bob')
    expect(book.submit(receipt(alice, 100))).toEqual(verified(100n))
    expect(book.submit(receipt(alice, 30, 3))).toEqual(verified(30n))
    expect(book.submit(receipt(other, 7))).toEqual(verified(7n))
    expect(book.submit(receipt(bob, 5))).toEqual(verified(5n, 'bob'))
    expect(book.record('alice')).toEqual({ verified: 137n, receipts: 3 })
  })

  it('is checked without being counted, before and after it is', () => {
    const good = receipt(alice, 250)
    const says = { kind: 'valid', user: 'alice', streamId: 1, total: 250n }
    expect(book.check(good)).toMatchObject({ ...says, proven: 0n })
    expect(book.submit(receipt(alice, 100))).toEqual(verified(100n))
    expect(book.check(good)).toMatchObject({ ...says, proven: 100n })
    expect(book.submit(good)).toEqual(verified(150n))
    expect(book.check(good)).toMatchObject({ ...says, proven: 250n })
    expect(book.record('alice')).toEqual({ verified: 250n, receipts: 2 })
  })

  it('is known to a book that is opened later, and forgotten after a month', () => {
    book.submit(receipt(alice, 100))
    const inDays = (days: number) => new VerifiedBook(open.db, () => Date.now() + days * 86_400_000)
    expect(inDays(29).submit(receipt(alice, 250))).toEqual(verified(150n))
    expect(inDays(31).submit(receipt(alice, 300))).toEqual(refused('unknown-nonce'))
    expect(book.record('alice')).toEqual({ verified: 250n, receipts: 2 })
  })

  it('counts up to the largest amount there is', () => {
    const most = 2n ** 64n - 1n
    expect(book.submit(receipt(alice, most.toString()))).toEqual(verified(most))
  })

  it.each([
    ['shown again', 100],
    ['of less than was proven', 99],
    ['of nothing', 0],
  ])('%s proves nothing new', (_, total) => {
    book.submit(receipt(alice, 100))
    expect(book.submit(receipt(alice, total))).toEqual(refused('nothing-new'))
    expect(book.record('alice')).toEqual({ verified: 100n, receipts: 1 })
  })

  it('signed with another secret is refused', () => {
    const forged = receipt({ ...alice, secret: randomBytes(32) }, 100)
    expect(book.submit(forged)).toEqual(refused('wrong-signature'))
    const bobs = receipt({ nonce: alice.nonce, secret: book.issue('bob').secret }, 100)
    expect(book.submit(bobs)).toEqual(refused('wrong-signature'))
    expect(book.record('alice')).toEqual({ verified: 0n, receipts: 0 })
  })

  it('with a nonce that nobody was given is refused', () => {
    expect(book.submit(receipt({ ...alice, nonce: randomBytes(16) }, 100))).toEqual(
      refused('unknown-nonce'),
    )
    const other = openDatabase()
    const elsewhere = new VerifiedBook(other.db).issue('alice')
    other.close()
    expect(book.submit(receipt(elsewhere, 100))).toEqual(refused('unknown-nonce'))
  })

  it('with any one bit changed is refused', () => {
    const good = Buffer.from(receipt(alice, 100), 'base64')
    for (let bit = 0; bit < good.length * 8; bit++) {
      const bad = Buffer.from(good)
      bad.writeUInt8(bad.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(book.submit(bad.toString('base64')).kind).toBe('refused')
    }
    expect(book.submit(good.toString('base64'))).toEqual(verified(100n))
  })

  it('that is garbage is refused', () => {
    const good = receipt(alice, 100)
    const spellings = [
      '',
      ' ',
      'null',
      '{}',
      good.slice(0, -1),
      `${good}=`,
      ` ${good}`,
      good + good,
    ]
    for (const text of spellings) expect(book.submit(text)).toEqual(refused('malformed'))
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(book.submit(text).kind).toBe('refused')
      }),
    )
  })
})
