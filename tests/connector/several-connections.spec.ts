import { once } from 'node:events'
import { connect as dial, createServer, type AddressInfo, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { BtpAccount } from '../../localnet/announcement.ts'
import { readDebit } from '../../localnet/connector/read-debit.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { createChance } from '../simulate/chance.ts'
import { openBentWire, type BentWire } from './bent-wire.ts'
import { createNodeWallet, freshDisk, type NodeWallet } from './node-wallet.ts'

let localnet: Localnet
let usd: BtpAccount
let eur: BtpAccount
let wire: BentWire
let node: NodeWallet
let debits: readonly bigint[]
/** Called whenever settings are about to be written. */
let whileSaving = (): void => {}

const bothDebits = () =>
  Promise.all([usd, eur].map(({ entry }) => readDebit(localnet.admin, entry)))
const inputFor = ({ username, token }: BtpAccount, address: string) => ({
  address,
  username,
  token,
})
const ids = (): readonly string[] =>
  [usd, eur].map(({ asset: { code } }) => {
    const listed = node.wallet.snapshot(null).connections.find(({ asset }) => asset.code === code)
    return listed?.id ?? ''
  })
/** What counts as spent, over each account. */
const counted = (): readonly bigint[] =>
  ids().map((id) => {
    const listed = node.wallet.snapshot(null).connections.find((one) => one.id === id)
    return BigInt(listed?.month?.counted ?? '0')
  })
const flows = (packets = 1) =>
  node.until('it flows', ({ page }) => (page?.tags[0]?.packets ?? 0) >= packets)
const settle = () => node.until('nothing is on its way', ({ budget }) => budget?.reserved === '0')
const look = (): void =>
  node.wallet.setDocument('page', {
    tab: 1,
    site: 'https://blog.example',
    visible: true,
    tags: [{ id: 'tag', address: localnet.wallets[0]?.pointer ?? '' }],
  })

beforeAll(async () => {
  localnet = await startLocalnet()
  const [first, second] = localnet.btp
  if (!first || !second) throw new Error('localnet has no two accounts')
  ;[usd, eur] = [first, second]
})
afterAll(() => localnet.stop())

/** Both are set up with a budget, and the first is in use. */
const setUp = async (budget: string): Promise<void> => {
  node = await createNodeWallet({ ms: 0 }, (ports) => ({
    ...ports,
    settings: {
      ...ports.settings,
      async save(settings) {
        whileSaving()
        await ports.settings.save(settings)
      },
    },
  }))
  const { commands } = node.wallet
  const input = { ...inputFor(usd, wire.url), developerMode: true }
  expect(await commands.connect(input)).toBeNull()
  expect(await commands.setRate('360')).toBeNull()
  expect(await commands.start(budget)).toBeNull()
  expect(await commands.addConnection({ ...inputFor(eur, eur.url), use: true })).toBeNull()
  expect(node.wallet.snapshot(null)).toMatchObject({ setup: 'budget', payments: false })
  expect(await commands.setRate('360')).toBeNull()
  expect(await commands.start(budget)).toBeNull()
  expect(await commands.useConnection(ids()[0] ?? '')).toBeNull()
}

beforeEach(async () => {
  freshDisk()
  wire = await openBentWire(usd.url)
  debits = await bothDebits()
})
afterEach(async () => {
  await node.wallet.commands.setPayments(false)
  node.wallet.removeDocument('page')
  await wire.close()
})
const gone = async (): Promise<bigint[]> =>
  (await bothDebits()).map((debit, index) => debit - (debits[index] ?? 0n))

it('ends a packet that is on its way over one account in that book, while the other pays', async () => {
  await setUp('1')
  const { commands } = node.wallet
  look()
  await flows(2)
  const held: (() => void)[] = []
  wire.bend = (answer, send, paid) => (paid ? void held.push(() => send(answer)) : send(answer))
  await node.until('an answer is held', () => held.length > 0)
  const [first = '', second = ''] = ids()
  expect(await commands.useConnection(second)).toBeNull()
  expect(node.wallet.busy, 'an answer is waited for').toBe(true)
  const left = counted()[0]
  // A packet that was reserved right before is at the connector a little later.
  await expect.poll(async () => (await gone())[0]).toBe(left)
  await flows(3)
  expect(node.wallet.snapshot(1).budget?.asset).toEqual(eur.asset)
  expect(counted()[0], 'nothing more is reserved where it left').toBe(left)
  expect((await gone())[0], 'nothing more has gone').toBe(left)

  wire.bend = (answer, send) => send(answer)
  held.forEach((say) => say())
  await commands.setPayments(false)
  await settle()
  const after = await gone()
  expect(counted()).toEqual(after)
  expect(after.every((amount) => amount > 0n)).toBe(true)
  expect(await commands.useConnection(first)).toBeNull()
  const { budget } = await settle()
  expect(budget).toMatchObject({
    asset: usd.asset,
    spent: after[0]?.toString(),
    inDoubt: '0',
    limit: '1000000000',
  })
})

it('spends neither budget beyond its last unit, however often it goes from one to the other', async () => {
  await setUp('0.250000007')
  const { commands } = node.wallet
  const chance = createChance(7)
  const limits = ids().map(() => 250_000_007n)
  const within = () => counted().every((amount, index) => amount <= (limits[index] ?? 0n))
  look()
  for (let turn = 0; turn < 60; turn += 1) {
    const orders = [commands.useConnection(chance.pick(ids()))]
    if (chance.happens(0.5)) orders.push(commands.useConnection(chance.pick(ids())))
    await Promise.all(orders)
    expect(within()).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, chance.between(0, 120)))
  }
  for (const id of ids()) {
    await commands.useConnection(id)
    await node.until('its budget is spent', ({ budget }) => budget?.left === '0')
    await settle()
  }
  expect(counted()).toEqual(limits)
  expect(await gone()).toEqual(limits)
})

it('keeps book, budget, rate and rules of each, over a start and over a removal', async () => {
  await setUp('1')
  const site = 'https://blog.example'
  const rule = { origin: site, never: false, perHour: '1', monthlyCap: '0.5' }
  expect(await node.wallet.commands.setSiteRule(rule)).toBeNull()
  expect(await node.wallet.commands.setRate('180')).toBeNull()
  look()
  await flows(2)
  await node.wallet.commands.setPayments(false)
  await settle()
  const [first = '', second = ''] = ids()
  await node.wallet.commands.renameConnection(first, '  Dollars   at home ')
  await node.wallet.commands.useConnection(second)
  node.wallet.removeDocument('page')

  node = await createNodeWallet()
  const { commands } = node.wallet
  const [dollars] = await gone()
  expect(node.wallet.snapshot(null)).toMatchObject({
    ratePerHour: '360000000000',
    budget: { spent: '0', limit: '1000000000' },
    connections: [
      { id: second, inUse: true, name: `leser@${new URL(eur.url).host} EUR` },
      {
        id: first,
        inUse: false,
        name: 'Dollars at home',
        month: { counted: `${dollars}`, limit: '1000000000' },
      },
    ],
  })
  expect(await commands.removeConnection(second)).toBe('not-now')
  expect(await commands.removeConnection(first)).toBeNull()
  expect(await commands.useConnection(first)).toBe('not-now')
  expect(await commands.renameConnection(first, 'x')).toBe('not-now')
  expect(await commands.testConnection(first)).toBe('not-now')
  expect(await commands.renameConnection(second, 'x'.repeat(61))).toBe('name-too-long')
  expect(node.wallet.snapshot(null).connections).toHaveLength(1)

  // Its rate and rules are gone with it; what it spent is not.
  const again = { ...inputFor(usd, wire.url), use: false }
  expect(await commands.addConnection(again)).toBeNull()
  expect(await commands.addConnection(again)).toBeNull()
  expect(counted()).toEqual([dollars, 0n])
  expect(await commands.testConnection(first)).toBeNull()
  expect(await commands.useConnection(first)).toBeNull()
  expect(node.wallet.snapshot(null).budget).toMatchObject({ spent: `${dollars}` })
  expect(node.wallet.snapshot(null).connections).toHaveLength(2)
  expect(await commands.useConnection(second)).toBeNull()
  expect(await commands.removeConnection(first)).toBeNull()
  expect(await commands.removeConnection(second)).toBeNull()
  expect(node.wallet.snapshot(null)).toMatchObject({ setup: 'connection', payments: false })
})

it('lets rate and rules of one alone when the other is used', async () => {
  await setUp('1')
  const { commands } = node.wallet
  const rule = { origin: 'https://blog.example', never: false, perHour: '1', monthlyCap: '0.5' }
  expect(await commands.setSiteRule(rule)).toBeNull()
  // The rate is that of the connection at which it was typed, and off is off.
  const ordered: Promise<unknown>[] = []
  whileSaving = () => {
    whileSaving = () => {}
    ordered.push(commands.setRate('180'), commands.setPayments(false))
  }
  await commands.useConnection(ids()[1] ?? '')
  expect(node.wallet.snapshot(null).payments).toBe(false)
  await Promise.all(ordered)
  expect(node.wallet.snapshot(null).ratePerHour).toBe('360000000000')
  expect(node.wallet.siteRules()).toEqual([])
  await commands.useConnection(ids()[0] ?? '')
  expect(node.wallet.snapshot(null).ratePerHour).toBe('180000000000')
  expect(node.wallet.siteRules()).toMatchObject([{ monthlyCap: '500000000' }])
})

it('tells no view a token', async () => {
  await setUp('1')
  const shown = JSON.stringify(node.wallet.snapshot(null))
  for (const { token, username } of [usd, eur]) {
    expect(shown).toContain(username)
    expect(shown).not.toContain(token)
  }
  expect(await node.wallet.commands.exportSettings(false)).not.toMatch(/play-money/)
})

/** An address behind which another connector may stand from now on. */
const openTurntable = async (): Promise<{ server: Server; url: string; to: string }> => {
  const table = { to: usd.url, url: '', server: createServer() }
  table.server.on('connection', (near) => {
    const far = dial(Number(new URL(table.to).port), '127.0.0.1')
    near.pipe(far).pipe(near)
    for (const socket of [near, far])
      socket.on('error', () => {}).on('close', () => (near.destroy(), far.destroy()))
  })
  table.server.listen(0, '127.0.0.1')
  await once(table.server, 'listening')
  table.url = `ws://127.0.0.1:${(table.server.address() as AddressInfo).port}`
  return table
}

it('waits for a yes where another account answers behind one that is kept', async () => {
  const table = await openTurntable()
  node = await createNodeWallet()
  const { commands } = node.wallet
  const input = inputFor(usd, table.url)
  expect(await commands.connect({ ...input, developerMode: true })).toBeNull()
  expect(await commands.start('1')).toBeNull()
  expect(await commands.addConnection({ ...inputFor(eur, eur.url), use: true })).toBeNull()
  expect(await commands.start('1')).toBeNull()
  table.to = eur.url
  const [first = ''] = ids()
  expect(await commands.testConnection(first)).toBe('other-account')
  // The same name at the same address is the same entry.
  expect(await commands.addConnection({ ...input, use: true })).toBeNull()
  look()
  const shown = await node.until('it asks', ({ page }) => page?.tags[0]?.reason === 'other-account')
  expect(shown.connections.map(({ id, inUse }) => [id, inUse])).toEqual([
    [first, true],
    [ids()[1], false],
  ])
  expect(shown.payments).toBe(true)
  expect(await gone()).toEqual([0n, 0n])
  expect(await commands.acceptAccount()).toBeNull()
  const accepted = node.wallet.snapshot(null)
  expect(accepted.payments).toBe(false)
  expect(accepted.connection?.asset).toEqual(eur.asset)
  expect(accepted.connections).toHaveLength(2)
  table.server.close()
})
