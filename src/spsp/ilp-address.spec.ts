import { expect, it } from 'vitest'
import { mayPay } from './ilp-address.ts'

it.each([
  ['g.us.bank.alice', 'g.conn.me', true],
  ['test.conn.usd.alice', 'test.conn.me', true],
  ['test.conn.usd.alice', 'g.conn.me', false],
  ['private.alice.x', 'g.conn.me', false],
  ['peer.config', 'g.conn.me', false],
  ['peer.route.control', 'g.conn.me', false],
  ['self.alice', 'g.conn.me', false],
  ['g.conn.me', 'g.conn.me', false],
  ['g.conn.me.sub', 'g.conn.me', false],
  ['g.conn.meadow', 'g.conn.me', true],
  ['', 'g.conn.me', false],
  ['no spaces', 'g.conn.me', false],
  [`g.${'a'.repeat(1100)}`, 'g.conn.me', false],
])('%j paid from %j: %s', (destination, own, expected) => {
  expect(mayPay(destination, own)).toBe(expected)
})
