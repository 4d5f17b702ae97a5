import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { createNodeWallet, freshDisk, type HeardNews, type NodeWallet } from './node-wallet.ts'

let localnet: Localnet
beforeAll(async () => {
  localnet = await startLocalnet()
})
afterAll(() => localnet.stop())
beforeEach(freshDisk)

const setUp = async (): Promise<NodeWallet> => {
  const node = await createNodeWallet()
  const { url, username, token } = localnet.btp[0]!
  await node.wallet.commands.connect({ address: url, username, token, developerMode: true })
  await node.wallet.commands.setRate('360')
  await node.wallet.commands.start('5')
  return node
}
const show = (node: NodeWallet, name: string, tab: number, tags: readonly string[]): void =>
  node.wallet.setDocument(name, {
    tab,
    site: `https://${tab}.example`,
    visible: true,
    tags: tags.map((id) => ({ id, address: localnet.wallets[0]!.url })),
  })
const named = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)
const heard = (news: readonly HeardNews[], kind: string): string[] =>
  news.filter((one) => one.news.kind === kind).map(({ tag }) => tag)

it('gives the places of a tab to the tags that come first, and those that become free to the next', async () => {
  const node = await setUp()
  show(node, 'page', 1, named('a', 20))
  show(node, 'frame', 1, named('b', 20))
  show(node, 'other tab', 2, ['c'])
  await node.until('33 are paid', (_, news) => heard(news, 'load').length === 33)
  expect(heard(node.news, 'error')).toEqual(named('b', 20).slice(12))

  // Three leave; who was refused stays so, and of four that come three find a place.
  show(node, 'page', 1, [...named('a', 20).slice(3), ...named('d', 4)])
  await node.until('the newcomers have heard', (_, news) => heard(news, 'load').length === 36)
  expect(heard(node.news, 'load').slice(33).sort()).toEqual(['d0', 'd1', 'd2'])
  expect(heard(node.news, 'error').slice(8)).toEqual(['d3'])
  await node.wallet.commands.setPayments(false)
})

it('gives a tab with five tags as much as a tab with one', async () => {
  const node = await setUp()
  show(node, 'five', 1, named('a', 5))
  await node.until('all five can be paid', (_, news) => new Set(heard(news, 'paid')).size === 5)
  const before = node.news.length
  show(node, 'one', 2, ['b'])
  const since = () => node.news.slice(before)
  const paid = (tag: string): bigint =>
    since().reduce(
      (sum, one) => (one.tag === tag && one.news.kind === 'paid' ? sum + one.news.amount : sum),
      0n,
    )
  await node.until('the one was paid', () => heard(since(), 'paid').includes('b'))
  const first = paid('b')
  const fiveAtFirst = named('a', 5).reduce((sum, tag) => sum + paid(tag), 0n)
  const times = () => heard(since(), 'paid').filter((tag) => tag === 'b').length
  await node.until('it was paid six times', () => times() === 6)
  await node.wallet.commands.setPayments(false)
  await node.until('nothing is on its way', ({ budget }) => budget?.reserved === '0')
  const one = paid('b') - first
  const five = named('a', 5).reduce((sum, tag) => sum + paid(tag), 0n) - fiveAtFirst
  // A beat may end between two of the tags.
  expect(Number(five) / Number(one)).toBeGreaterThan(0.75)
  expect(Number(five) / Number(one)).toBeLessThan(1.25)
})
