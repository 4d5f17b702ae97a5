import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDebit } from '../../localnet/connector/read-debit.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { received } from '../../localnet/testing/received.ts'
import { recordFigures } from '../figures/record-figures.ts'
import { LIES } from './lies.ts'
import { openLyingReceivers, type LyingReceivers } from './lying-receivers.ts'
import { createNodeWallet, freshDisk } from './node-wallet.ts'

const REJECT = 14

let localnet: Localnet
let liars: LyingReceivers
beforeAll(async () => {
  freshDisk()
  localnet = await startLocalnet()
  liars = await openLyingReceivers(localnet, LIES)
})
afterAll(async () => {
  await liars.close()
  await localnet.stop()
})

it('names every lying receiver, believes none, and pays the honest one beside them', async () => {
  const names = Object.keys(LIES)
  const [account] = localnet.btp
  const [honest] = localnet.wallets
  if (!account || !honest) throw new Error('localnet has no account, or no wallet')
  const before = {
    debit: await readDebit(localnet.admin, account.entry),
    honest: await received(honest),
  }
  const node = await createNodeWallet()
  const { commands } = node.wallet
  const { url, username, token } = account
  await commands.connect({ address: url, username, token, developerMode: true })
  await commands.setRate('3600')
  expect(await commands.start('1000')).toBeNull()

  node.wallet.setDocument('a', {
    tab: 1,
    site: 'https://blog.example',
    visible: true,
    tags: [
      ...names.map((name) => ({ id: name, address: liars.address(name) })),
      { id: 'honest', address: honest.url },
    ],
  })
  const seen = new Map<string, Set<string>>(names.map((name) => [name, new Set()]))
  const wished = (name: string): string => LIES[name]?.reason ?? 'paid'
  await node.until('every lie is seen through', ({ page }) => {
    for (const [index, name] of names.entries()) {
      const tag = page?.tags[index]
      seen.get(name)?.add(tag?.reason ?? ((tag?.packets ?? 0) >= 4 ? 'paid' : 'connecting'))
    }
    return (
      names.every((name) => seen.get(name)?.has(wished(name))) &&
      (page?.tags.at(-1)?.packets ?? 0) >= 4
    )
  })
  await commands.setPayments(false)
  const { budget, page, sites } = await node.until(
    'nothing is on its way',
    ({ budget }) => budget?.reserved === '0',
  )

  const lost = names.reduce((sum, name) => sum + liars.received(name), 0n)
  const spent = BigInt(budget?.spent ?? '0')
  const debit = (await readDebit(localnet.admin, account.entry)) - before.debit
  const got = (await received(honest)) - before.honest
  recordFigures('Lying receivers on a real connector', {
    'hostile receivers': names.length,
    'packets sent back': liars.answers.length,
    'units of difference': debit - spent,
  })
  for (const [index, name] of names.entries()) {
    const told = node.news.filter(({ tag }) => tag === name).map(({ news }) => news)
    const errors = told.filter(({ kind }) => kind === 'error')
    expect(errors, name).toHaveLength(wished(name) === 'paid' ? 0 : 1)
    const reasons = [...(seen.get(name) ?? [])].filter((reason) => reason !== 'connecting')
    // One that proves what it takes is tried again, whatever else it does.
    expect(['paid', wished(name)], name).toEqual(expect.arrayContaining(reasons))
    const events = told.flatMap((news) => (news.kind === 'paid' ? [news] : []))
    for (const { amount, asset, receipt } of events) {
      expect(amount, name).toBeGreaterThan(0n)
      expect(asset, name).toEqual({ code: 'USD', scale: 9 })
      expect(receipt, name).toBeNull()
    }
    const tag = page?.tags[index]
    expect(tag?.sent, name).toBe(liars.received(name).toString())
    const heard = events.reduce((sum, { amount }) => sum + amount, 0n)
    expect(tag?.delivered?.amount ?? '0', name).toBe(heard.toString())
    expect(heard, name).toBeLessThanOrEqual(liars.received(name))
  }
  const [site] = sites ?? []
  expect(site?.delivered.map(({ asset }) => asset)).toEqual([{ code: 'USD', scale: 9 }])
  expect(BigInt(site?.delivered[0]?.amount ?? '0')).toBeLessThanOrEqual(spent)
  expect(budget?.inDoubt).toBe('0')
  expect(debit).toBe(spent)
  expect(got + lost).toBe(spent)
  expect(liars.answers.length).toBeGreaterThanOrEqual(4)
  expect(liars.answers.every((type) => type === REJECT)).toBe(true)
})
