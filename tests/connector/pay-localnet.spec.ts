import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Localnet } from '../../localnet/localnet.ts'
import { readDebit } from '../../localnet/connector/read-debit.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { received } from '../../localnet/testing/received.ts'
import { createNodeWallet, freshDisk, type NodeWallet } from './node-wallet.ts'
import { shownPage } from './shown-page.ts'

let localnet: Localnet
beforeAll(async () => {
  localnet = await startLocalnet()
})
afterAll(() => localnet.stop())
beforeEach(freshDisk)

const account = () => {
  const first = localnet.btp[0]
  if (!first) throw new Error('localnet gives no account')
  return first
}
const debit = () => readDebit(localnet.admin, account().entry)

const setUp = async (budget = '5', perHour = '360', clockOffMs = 0): Promise<NodeWallet> => {
  const node = await createNodeWallet({ ms: clockOffMs })
  const { url, username, token } = account()
  const { commands } = node.wallet
  expect(await commands.connect({ address: url, username, token, developerMode: true })).toBeNull()
  expect(await commands.setRate(perHour)).toBeNull()
  expect(await commands.start(budget)).toBeNull()
  return node
}
/** Nothing on its way any more, so that the three books can be laid side by side. */
const settled = (node: NodeWallet) =>
  node.until('nothing is on its way', ({ budget }) => budget?.reserved === '0')

describe('the wallet in Node, against the local network', () => {
  it('pays every wallet, and three books agree to the unit', async () => {
    const before = await debit()
    const receivedBefore = await Promise.all(localnet.wallets.map(received))
    // 3,600 USD an hour: a whole cent for the USD/2 wallet within a tick.
    const node = await setUp('100', '3600')
    const pointers = localnet.wallets.map(({ pointer }) => pointer)
    node.wallet.setDocument('a', shownPage(...pointers))
    await node.until('every tag was paid three times', ({ page }) =>
      (page?.tags ?? []).every(({ packets }) => packets >= 3),
    )
    await node.wallet.commands.setPayments(false)
    const { budget, page: shown, sites } = await settled(node)

    const spent = BigInt(budget?.spent ?? '0')
    expect(spent).toBeGreaterThan(0n)
    expect(budget?.inDoubt).toBe('0')
    expect(await debit()).toBe(before + spent)
    expect(sites).toHaveLength(1)
    expect(sites?.[0]?.sent).toBe(budget?.spent)
    for (const [index, wallet] of localnet.wallets.entries()) {
      const tag = shown?.tags[index]
      const got = (await received(wallet)) - (receivedBefore[index] ?? 0n)
      expect(tag?.delivered, wallet.pointer).toEqual({
        asset: wallet.asset,
        amount: got.toString(),
      })
      const told = node.news.filter(({ tag }) => tag === `tag ${index}`).map(({ news }) => news)
      expect(told.map(({ kind }) => kind).slice(0, 2)).toEqual(['pending', 'load'])
      const events = told.flatMap((news) => (news.kind === 'paid' ? [news.amount] : []))
      expect(events.every((amount) => amount > 0n)).toBe(true)
      expect(events.reduce((sum, amount) => sum + amount, 0n)).toBe(got)
    }
    const usd2 = shown?.tags.find(({ delivered }) => delivered?.asset.scale === 2)
    // Cents are never burnt by rounding: floor(sent x rate) arrived.
    expect(BigInt(usd2?.sent ?? '0') / 10_000_000n).toBe(BigInt(usd2?.delivered?.amount ?? '-1'))
  })

  it('stops at the budget, to the unit, and says so', async () => {
    const before = await debit()
    const node = await setUp('0.000250007', '360')
    node.wallet.setDocument('a', shownPage(localnet.wallets[0]?.pointer ?? ''))
    // As soon as the last packet is reserved nothing is left, and it may be on its way for a while.
    const spent = await node.until(
      'the budget is spent',
      ({ page, budget }) => page?.tags[0]?.reason === 'budget-spent' && budget?.reserved === '0',
    )
    expect(spent.budget).toMatchObject({ spent: '250007', left: '0', inDoubt: '0' })
    expect((await debit()) - before).toBe(250_007n)
    // A larger budget goes on where it stopped.
    await node.wallet.commands.setBudget('0.0004')
    const more = await node.until(
      'it is spent again',
      ({ budget }) => budget?.left === '0' && budget.reserved === '0',
    )
    expect(more.budget?.spent).toBe('400000')
    await node.wallet.commands.setPayments(false)
    await settled(node)
    expect((await debit()) - before).toBe(400_000n)
  })

  it('reserves nothing after a page was hidden, closed or payments were switched off', async () => {
    const node = await setUp()
    const facts = shownPage(localnet.wallets[0]?.pointer ?? '')
    const flows = (more: number) =>
      node.until('it flows', ({ page }) => (page?.tags[0]?.packets ?? 0) >= more)
    node.wallet.setDocument('a', facts)
    await flows(2)

    node.wallet.setDocument('a', { ...facts, visible: false })
    const hidden = await settled(node)
    expect(hidden.page?.tags[0]?.reason).toBe('hidden')
    const atHiding = await debit()
    node.wallet.setDocument('a', facts)
    const back = await flows((hidden.page?.tags[0]?.packets ?? 0) + 2)
    expect(BigInt(back.budget?.spent ?? '0')).toBeGreaterThan(BigInt(hidden.budget?.spent ?? '0'))

    await node.wallet.commands.setPayments(false)
    const off = await settled(node)
    expect(off.page?.tags[0]?.reason).toBe('switched-off')
    expect(await debit()).toBeGreaterThan(atHiding)
    await node.wallet.commands.setPayments(true)
    await flows((off.page?.tags[0]?.packets ?? 0) + 1)

    node.wallet.removeDocument('a')
    const closed = await settled(node)
    expect(closed.page).toBeNull()
    expect(closed.sites?.[0]?.sent).toBe(closed.budget?.spent)
  })

  it.each([-3_600_000, 3_600_000])(
    'pays from a computer whose clock is off by %d ms',
    async (off) => {
      const node = await setUp('5', '360', off)
      node.wallet.setDocument(
        'a',
        shownPage(...localnet.wallets.slice(0, 3).map(({ pointer }) => pointer)),
      )
      await node.until('every tag was paid', ({ page }) =>
        (page?.tags ?? []).every(({ packets }) => packets >= 1),
      )
      node.wallet.removeDocument('a')
      expect((await settled(node)).budget?.inDoubt).toBe('0')
    },
  )

  it('keeps book, budget and settings over a restart', async () => {
    const node = await setUp()
    node.wallet.setDocument('a', shownPage(localnet.wallets[0]?.pointer ?? ''))
    await node.until('it flows', ({ page }) => (page?.tags[0]?.packets ?? 0) >= 2)
    node.wallet.removeDocument('a')
    const before = await settled(node)
    const again = await createNodeWallet()
    const after = await again.until('its sites were read', ({ sites }) => sites !== null)
    expect(after.setup).toBe('done')
    expect(after.payments).toBe(true)
    expect(after.budget).toEqual(before.budget)
    expect(after.sites).toEqual(before.sites)
  })

  it.each([
    ['$not a pointer', 'address-refused'],
    ['$router.local/x', 'address-refused'],
    ['$127.0.0.1:1/nobody', 'address-unreachable'],
  ])('says why %j is not paid, and pays the tag beside it', async (address, reason) => {
    const node = await setUp()
    const good = localnet.wallets[0]?.pointer ?? ''
    node.wallet.setDocument('a', shownPage(address, good))
    const { page: shown } = await node.until(
      'the good one flows',
      ({ page }) => (page?.tags[1]?.packets ?? 0) > 1 && page?.tags[0]?.reason !== 'connecting',
    )
    expect(shown?.tags[0]).toMatchObject({ reason, sent: '0' })
    expect(
      node.news.filter(({ tag, news }) => tag === 'tag 0' && news.kind === 'error'),
    ).toHaveLength(1)
    node.wallet.removeDocument('a')
  })

  it.each([
    [{ token: 'wrong' }, 'token-refused'],
    [{ address: 'ws://127.0.0.1:1' }, 'unreachable'],
    [{ address: 'ws://connector.example' }, 'address-insecure'],
    [{ address: 'nonsense' }, 'address-malformed'],
    [{ token: '' }, 'token-missing'],
  ])('refuses to connect with %j: %s', async (change, failure) => {
    const node = await createNodeWallet()
    const { url, username, token } = account()
    const input = { address: url, username, token, developerMode: true, ...change }
    expect(await node.wallet.commands.connect(input)).toBe(failure)
    expect(node.wallet.snapshot(null).setup).toBe('connection')
  })

  it('names a connector that is gone, and goes on when it is back', async () => {
    const node = await setUp()
    node.wallet.setDocument('a', shownPage(localnet.wallets[0]?.pointer ?? ''))
    await node.until('it flows', ({ page }) => (page?.tags[0]?.packets ?? 0) >= 1)
    await localnet.connector.kill()
    const gone = await node.until(
      'the loss is seen',
      ({ page }) => page?.tags[0]?.reason === 'connector-unreachable',
    )
    await localnet.connector.start()
    const packets = gone.page?.tags[0]?.packets ?? 0
    await node.until('it flows again', ({ page }) => (page?.tags[0]?.packets ?? 0) > packets)
    node.wallet.removeDocument('a')
  })
})
