import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Localnet } from '../../localnet/localnet.ts'
import { readDebit } from '../../localnet/connector/read-debit.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import type { DocumentFacts } from '../../src/wallet/tab-documents.ts'
import { createNodeWallet, freshDisk, type NodeWallet } from './node-wallet.ts'

let localnet: Localnet
beforeAll(async () => void (localnet = await startLocalnet()))
afterAll(() => localnet.stop())

const account = () => localnet.btp[0]!
const debit = () => readDebit(localnet.admin, account().entry)
const SITE = 'https://blog.example'
const NO_RULE = { origin: SITE, never: false, perHour: '', monthlyCap: '' }

/** URLs that were asked. */
let asked: string[]
beforeEach(() => {
  freshDisk()
  asked = []
})

/** 0.36 USD an hour for all sites: 100,000 units a second. */
const setUp = async (): Promise<NodeWallet> => {
  const node = await createNodeWallet({ ms: 0 }, (ports) => ({
    ...ports,
    httpGet(request) {
      asked.push(request.url)
      return ports.httpGet(request)
    },
  }))
  const { url, username, token } = account()
  const { commands } = node.wallet
  expect(await commands.connect({ address: url, username, token, developerMode: true })).toBeNull()
  expect(await commands.start('5')).toBeNull()
  return node
}
const page = (site = SITE, tab = 1): DocumentFacts => ({
  tab,
  site,
  visible: true,
  tags: [{ id: 'tag', address: localnet.wallets[0]!.pointer }],
})
const reason = (node: NodeWallet) => node.wallet.snapshot(1).page?.tags[0]?.reason
const end = async (node: NodeWallet) => {
  await node.wallet.commands.setPayments(false)
  return node.until('nothing is on its way', ({ budget }) => budget?.reserved === '0')
}

it('asks nothing for a site that is never paid, and stops at once where one becomes so', async () => {
  const node = await setUp()
  const { commands } = node.wallet
  await commands.setSiteRule({ ...NO_RULE, never: true })
  node.wallet.setDocument('a', page())
  node.wallet.setDocument('b', page('https://other.example', 2))
  const other = () => node.wallet.snapshot(2).page?.tags[0]?.packets ?? 0
  await node.until('the other site is paid twice', () => other() >= 2)
  expect(reason(node)).toBe('never-pay')
  expect(asked).toHaveLength(1)
  expect(node.news.filter(({ document }) => document === 'a')).toEqual([])

  await commands.setSiteRule(NO_RULE)
  await node.until('it is paid', ({ page }) => (page?.tags[0]?.packets ?? 0) >= 1)
  await commands.setSiteRule({ ...NO_RULE, never: true })
  const stopped = await node.until(
    'nothing is on its way to it',
    ({ page }) => page?.month.open === '0',
  )
  const before = other()
  await node.until('the other is paid on', () => other() >= before + 2)
  expect(node.wallet.snapshot(1).page?.month).toEqual(stopped.page?.month)
  await end(node)
})

it('lets a site have its cap to the unit, and others go on', async () => {
  const before = await debit()
  const node = await setUp()
  const { commands } = node.wallet
  await commands.setSiteRule({ ...NO_RULE, monthlyCap: '0.000150007' })
  node.wallet.setDocument('a', page())
  const capped = await node.until(
    'the cap is reached',
    ({ page }) => page?.tags[0]?.reason === 'site-cap-reached' && page.month.open === '0',
  )
  expect(capped.page?.month).toEqual({ sent: '150007', open: '0' })
  expect((await debit()) - before).toBe(150_007n)

  // Another page of the same site has no more, and another site has all of the rate.
  node.wallet.setDocument('b', page(SITE, 2))
  node.wallet.setDocument('c', page('https://other.example', 3))
  await node.until(
    'the other site is paid twice',
    () => (node.wallet.snapshot(3).page?.tags[0]?.packets ?? 0) >= 2,
  )
  expect(node.wallet.snapshot(2).page?.tags[0]).toMatchObject({
    reason: 'site-cap-reached',
    packets: 0,
  })
  node.wallet.removeDocument('c')
  await commands.setSiteRule({ ...NO_RULE, monthlyCap: '0.0002' })
  const raised = await node.until('the rest is had', ({ page }) => page?.month.sent === '200000')
  expect(raised.page?.rule).toEqual({ ...NO_RULE_SHOWN, monthlyCap: '200000' })
  expect((await debit()) - before).toBe(BigInt((await end(node)).budget?.spent ?? '0'))
})

const NO_RULE_SHOWN = { origin: SITE, never: false, ratePerHour: null, monthlyCap: null }

it('pays a site at its own rate, zero included, while all others have their own', async () => {
  const node = await setUp()
  const { commands } = node.wallet
  await commands.setSiteRule({ ...NO_RULE, perHour: '0' })
  node.wallet.setDocument('a', page())
  await node.until('zero is told', ({ page }) => page?.tags[0]?.reason === 'rate-zero-here')
  await commands.setRate('0')
  expect(reason(node)).toBe('rate-zero-here')
  // Ten times the usual rate, whatever the rate of the others.
  await commands.setSiteRule({ ...NO_RULE, perHour: '3.6' })
  node.wallet.setDocument('b', page('https://other.example', 2))
  await node.until('it is paid', ({ page }) => (page?.tags[0]?.packets ?? 0) >= 2)
  const other = node.wallet.snapshot(2).page?.tags[0]
  expect(other).toMatchObject({ reason: 'rate-zero', packets: 0 })
  const { page: shown } = await end(node)
  const { sent, packets } = shown!.tags[0]!
  // The first of them may be the part of a tick that had passed.
  expect(BigInt(sent)).toBeGreaterThan(BigInt(packets - 1) * 1_000_000n)
  expect(BigInt(sent)).toBeLessThanOrEqual(BigInt(packets) * 2_000_000n)
})
