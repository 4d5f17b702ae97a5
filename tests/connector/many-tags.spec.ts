import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { TICK_MS } from '../../src/pace/pace.ts'
import type { MonoMs } from '../../src/ports/clock.ts'
import type { WalletPorts } from '../../src/wallet/wallet.ts'
import { createNodeWallet, freshDisk, type HeardNews, type NodeWallet } from './node-wallet.ts'

let localnet: Localnet
beforeAll(async () => {
  localnet = await startLocalnet()
})
afterAll(() => localnet.stop())
beforeEach(freshDisk)

const setUp = async (through?: (ports: WalletPorts) => WalletPorts): Promise<NodeWallet> => {
  const node = await createNodeWallet({ ms: 0 }, through)
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

/** A wallet for which no time passes but in beats that a test gives it: who gets how much is not up to the machine. */
const setUpStill = async () => {
  let now = 0
  const waiting = new Set<() => void>()
  const node = await setUp((ports) => ({
    ...ports,
    clock: {
      ...ports.clock,
      mono: () => now as MonoMs,
      after(ms, call) {
        if (ms !== TICK_MS) return ports.clock.after(ms, call)
        waiting.add(call)
        return () => void waiting.delete(call)
      },
    },
  }))
  const atRest = () => {
    const { unwritten, budget } = node.wallet.snapshot(null)
    return !unwritten && budget?.reserved === '0'
  }
  /** Begins once whoever was paid can be paid again. */
  const beat = async (): Promise<void> => {
    await expect.poll(atRest).toBe(true)
    await new Promise(setImmediate)
    now += TICK_MS
    for (const call of [...waiting]) {
      waiting.delete(call)
      call()
    }
  }
  return { node, beat }
}

it('gives a tab with five tags as much as a tab with one', async () => {
  const { node, beat } = await setUpStill()
  const five = named('a', 5)
  show(node, 'five', 1, five)
  show(node, 'one', 2, ['b'])
  const states = () =>
    [1, 2].flatMap((tab) => (node.wallet.snapshot(tab).page?.tags ?? []).map(({ state }) => state))
  await node.until('all can be paid', () => states().every((state) => state === 'paying'))
  // A first tick is due at once, and whoever could be paid first has all of it.
  await node.until('it has arrived', (_, news) => heard(news, 'paid').length > 0)
  const before = node.news.length
  const since = () => node.news.slice(before)
  const times = (tag: string) => heard(since(), 'paid').filter((one) => one === tag).length
  for (let beats = 1; beats <= 5; beats++) {
    await beat()
    await node.until('each was paid', () => [...five, 'b'].every((tag) => times(tag) === beats))
  }
  const paid = (tags: readonly string[]): bigint =>
    since().reduce(
      (sum, { tag, news }) =>
        tags.includes(tag) && news.kind === 'paid' ? sum + news.amount : sum,
      0n,
    )
  expect(paid(five)).toBe(paid(['b']))
  expect(paid(['b'])).toBe(250_000_000n)
  await node.wallet.commands.setPayments(false)
})
