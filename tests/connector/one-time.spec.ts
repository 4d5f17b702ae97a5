import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Localnet } from '../../localnet/localnet.ts'
import { readDebit } from '../../localnet/connector/read-debit.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { received } from '../../localnet/testing/received.ts'
import type { DocumentFacts } from '../../src/wallet/tab-documents.ts'
import { createNodeWallet, freshDisk, type NodeWallet } from './node-wallet.ts'

let localnet: Localnet
beforeAll(async () => void (localnet = await startLocalnet()))
afterAll(() => localnet.stop())

const account = () => localnet.btp[0]!
const debit = () => readDebit(localnet.admin, account().entry)
const SITE = 'https://blog.example'
const usd2 = () => localnet.wallets.find(({ asset }) => asset.scale === 2)!

/** With the next reservation nothing that the connector says is heard any more. */
let deafens = false
let deaf = false
beforeEach(() => {
  freshDisk()
  deafens = false
  deaf = false
})

class DeafSocket extends WebSocket {
  override emit(event: string | symbol, ...heard: unknown[]): boolean {
    return deaf && event === 'message' ? false : super.emit(event, ...heard)
  }
}

/** At rate zero, so that whatever is sent was paid by hand. */
const setUp = async (rate = '0'): Promise<NodeWallet> => {
  const node = await createNodeWallet({ ms: 0 }, (ports) => ({
    ...ports,
    openSocket: (url) => new DeafSocket(url) as never,
    journals: {
      ...ports.journals,
      append(book, writer, first, entries, history) {
        const reserves = entries.some((entry) => (entry as { kind: string }).kind === 'reserve')
        if (deafens && reserves) deaf = true
        return ports.journals.append(book, writer, first, entries, history)
      },
    },
  }))
  const { url, username, token } = account()
  const { commands } = node.wallet
  expect(await commands.connect({ address: url, username, token, developerMode: true })).toBeNull()
  expect(await commands.setRate(rate)).toBeNull()
  expect(await commands.start('5')).toBeNull()
  return node
}
const page = (address = localnet.wallets[0]!.pointer): DocumentFacts => ({
  tab: 1,
  site: SITE,
  visible: true,
  tags: [
    { id: 'bad', address: 'no payment pointer' },
    { id: 'tag', address },
  ],
})
const pay = (node: NodeWallet, amount: string, tab = 1, site = SITE) =>
  node.wallet.commands.payOnce(tab, site, amount)

it('pays what was typed to the first tag that can be paid, and tells page and books', async () => {
  const [before, got] = [await debit(), await received(localnet.wallets[0]!)]
  const node = await setUp()
  node.wallet.setDocument('a', page())
  expect(await pay(node, '0.25')).toBeNull()
  const { oneTime, budget, page: shown } = node.wallet.snapshot(1)
  expect(oneTime).toMatchObject({
    state: 'done',
    amount: '250000000',
    sent: '250000000',
    delivered: { amount: '250000000' },
    inDoubt: '0',
    reason: null,
  })
  expect(budget).toMatchObject({ spent: '250000000', reserved: '0', inDoubt: '0' })
  expect(shown?.tags.map(({ sent }) => sent)).toEqual(['0', '250000000'])
  expect(shown?.month).toEqual({ sent: '250000000', open: '0' })
  expect((await debit()) - before).toBe(250_000_000n)
  expect((await received(localnet.wallets[0]!)) - got).toBe(250_000_000n)
  const told = node.news.flatMap(({ tag, news }) =>
    news.kind === 'paid' ? [[tag, news.amount]] : [],
  )
  expect(told.every(([tag]) => tag === 'tag')).toBe(true)
  expect(told.reduce((sum, [, amount]) => sum + (amount as bigint), 0n)).toBe(250_000_000n)
})

it('sends no part that rounding would burn, and nothing where nothing would arrive', async () => {
  const node = await setUp()
  node.wallet.setDocument('a', page(usd2().pointer))
  expect(await pay(node, '0.057')).toBeNull()
  expect(node.wallet.snapshot(1).oneTime).toMatchObject({
    amount: '57000000',
    sent: '50000000',
    delivered: { amount: '5' },
    reason: null,
  })
  expect(await pay(node, '0.009')).toBeNull()
  expect(node.wallet.snapshot(1).oneTime).toMatchObject({ sent: '0', reason: 'below-one-unit' })
})

it('says before anything is asked why it cannot be', async () => {
  const node = await setUp()
  const { commands } = node.wallet
  const changed = { code: 'page-changed', field: null }
  expect(await pay(node, '1')).toEqual(changed)
  node.wallet.setDocument('a', page())
  expect(await pay(node, '1', 2)).toEqual(changed)
  expect(await pay(node, '1', 1, 'https://other.example')).toEqual(changed)
  expect(await pay(node, 'x')).toEqual({ code: 'amount-malformed', field: 'amount' })
  expect(await pay(node, '0')).toEqual({ code: 'amount-zero', field: 'amount' })
  expect(await pay(node, '5.01')).toEqual({ code: 'beyond-budget', field: 'amount' })
  const rule = { origin: SITE, never: false, perHour: '', monthlyCap: '0.1' }
  await commands.setSiteRule(rule)
  expect(await pay(node, '0.11')).toEqual({ code: 'beyond-site-cap', field: 'amount' })
  const both = await Promise.all([pay(node, '0.06'), pay(node, '0.01')])
  expect(both).toEqual([null, { code: 'already-paying', field: null }])
  expect(await pay(node, '0.05')).toEqual({ code: 'beyond-site-cap', field: 'amount' })
  await commands.setSiteRule({ ...rule, never: true })
  expect(await pay(node, '0.01')).toMatchObject({ code: 'not-payable', reason: 'never-pay' })
  await commands.setSiteRule(rule)
  await commands.setPayments(false)
  expect(await pay(node, '0.01')).toMatchObject({ code: 'not-payable', reason: 'switched-off' })
  expect(node.wallet.snapshot(1).budget?.spent).toBe('60000000')
})

it('stops where the page goes away or payments are switched off', async () => {
  for (const stop of ['page', 'payments'] as const) {
    const node = await setUp()
    node.wallet.setDocument('a', page())
    const before = BigInt(node.wallet.snapshot(1).budget?.spent ?? '0')
    const paying = pay(node, '0.2')
    if (stop === 'page') node.wallet.removeDocument('a')
    else await node.wallet.commands.setPayments(false)
    expect(await paying).toBeNull()
    if (stop === 'payments')
      expect(node.wallet.snapshot(1).oneTime).toMatchObject({ sent: '0', reason: 'switched-off' })
    expect(node.wallet.snapshot(1).budget?.spent).toBe(before.toString())
  }
})

it('is in doubt where the wallet is killed in the middle of it, and the books know', async () => {
  const before = await debit()
  const node = await setUp('0')
  node.wallet.setDocument('a', page())
  await node.until('the way is found', ({ page }) => page?.tags[1]?.reason === 'rate-zero')
  deafens = true
  const paying = pay(node, '0.3')
  await expect.poll(() => node.wallet.snapshot(1).budget?.reserved).toBe('300000000')
  expect(node.wallet.snapshot(1).oneTime).toMatchObject({ state: 'paying', sent: '0' })
  await expect.poll(async () => (await debit()) - before).toBe(300_000_000n)
  // The next life of the background takes the book over; the one before is never told.
  const next = await createNodeWallet()
  expect(next.wallet.snapshot(1).budget).toMatchObject({
    spent: '0',
    reserved: '0',
    inDoubt: '300000000',
  })
  expect((await debit()) - before).toBe(300_000_000n)
  next.wallet.setDocument('a', page())
  expect(next.wallet.snapshot(1)).toMatchObject({
    oneTime: null,
    page: { month: { open: '300000000' } },
  })
  node.wallet.removeDocument('a')
  void paying.catch(() => {})
})
