import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDebit } from './connector/read-debit.ts'
import type { Localnet } from './localnet.ts'
import { startLocalnet } from './start-localnet.ts'
import { connects } from './testing/connects.ts'
import { pay } from './testing/pay.ts'
import { received } from './testing/received.ts'

let localnet: Localnet
beforeAll(async () => {
  localnet = await startLocalnet()
})
afterAll(() => localnet.stop())

const aliceOf = () => localnet.wallets.filter(({ pointer }) => pointer.endsWith('/alice'))

/** 0.123456789 USD: not a whole number of cents, so rounding shows. */
const AMOUNT = 123_456_789n

describe('paying every wallet from the USD/9 account', () => {
  const delivered = new Map([
    ['USD/9', AMOUNT],
    ['USD/2', 12n],
    ['EUR/9', 98_765_431n],
    ['XRP/6', 246_913n],
  ])

  test('there are five wallets, on both kinds of receiver', () => {
    expect(aliceOf().map(({ asset, kind }) => [`${asset.code}/${asset.scale}`, kind])).toEqual([
      ['USD/9', '@interledger/stream-receiver'],
      ['USD/9', 'ilp-protocol-stream'],
      ['USD/2', '@interledger/stream-receiver'],
      ['EUR/9', 'ilp-protocol-stream'],
      ['XRP/6', '@interledger/stream-receiver'],
    ])
  })

  test.each([0, 1, 2, 3, 4])(
    'wallet %i: record = delivered, debit = sent, receipt = both',
    async (i) => {
      const entry = aliceOf()[i]!
      const account = localnet.btp[0]!
      const before = await readDebit(localnet.admin, account.entry)
      const paid = await pay(account, entry.url, AMOUNT)
      expect(paid.delivered).toBe(delivered.get(`${entry.asset.code}/${entry.asset.scale}`))
      expect(paid.destinationAsset).toEqual(entry.asset)
      expect(await received(entry)).toBe(paid.delivered)
      expect(paid.receipt).toBe(paid.delivered)
      expect(await readDebit(localnet.admin, account.entry)).toBe(before + paid.sent)
      expect(paid.sent).toBe(AMOUNT)
    },
  )
})

test('the second account is in euros and has a balance of its own', async () => {
  const account = localnet.btp[1]!
  const wallet = aliceOf()[0]!
  const [dollars, euros] = [await readDebit(localnet.admin, 'wallet'), await received(wallet)]
  const paid = await pay(account, wallet.url, 1_000_000n)
  expect(paid.delivered).toBe(1_250_000n)
  expect(await received(wallet)).toBe(euros + paid.delivered)
  expect(await readDebit(localnet.admin, account.entry)).toBe(1_000_000n)
  expect(await readDebit(localnet.admin, 'wallet')).toBe(dollars)
})

test('pointers of one wallet have records of their own', async () => {
  const [alice, blog] = localnet.wallets
  const before = await received(alice!)
  await pay(localnet.btp[0]!, blog!.url, 5_000n)
  expect(await received(blog!)).toBe(5_000n)
  expect(await received(alice!)).toBe(before)
})

describe('the door of the account', () => {
  test('a wrong token for the known name is refused, the right one is not', async () => {
    const account = localnet.btp[0]!
    expect(await connects({ ...account, token: 'guessed' })).toBe(false)
    expect(await connects(account)).toBe(true)
  })

  test.each([
    ['chrome-extension://abcdefghijklmnop', true],
    ['moz-extension://0f8a0b52-7a4c-4f0c-9d53-3a1f7c1f0a6e', true],
    ['https://evil.example', false],
    ['https://evil.example/chrome-extension://abc', false],
  ])('origin %s: %s', async (origin, welcome) => {
    expect(await connects(localnet.btp[0]!, origin)).toBe(welcome)
  })
})

test('an entry that the connector does not have is an error, not a zero', async () => {
  await expect(readDebit(localnet.admin, 'nobody')).rejects.toThrow('nobody')
})
