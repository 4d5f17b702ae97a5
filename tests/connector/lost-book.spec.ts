import { openDB } from 'idb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readDebit } from '../../localnet/connector/read-debit.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { createNodeWallet, freshDisk, type NodeWallet } from './node-wallet.ts'

let localnet: Localnet
beforeAll(async () => {
  localnet = await startLocalnet()
})
afterAll(() => localnet.stop())
beforeEach(freshDisk)

const LIMIT = 350_000n

const account = () => {
  const [first] = localnet.btp
  if (!first) throw new Error('localnet gives no account')
  return first
}
const page = () => ({
  tab: 1,
  site: 'https://blog.example',
  visible: true,
  tags: [{ id: 'tag', address: localnet.wallets[0]?.pointer ?? '' }],
})

/** Pays a part of the budget, and ends with nothing on its way. */
const payPart = async (): Promise<NodeWallet> => {
  const node = await createNodeWallet()
  const { url, username, token } = account()
  const { commands } = node.wallet
  await commands.connect({ address: url, username, token, developerMode: true })
  expect(await commands.start('0.00035')).toBeNull()
  node.wallet.setDocument('a', page())
  await node.until('some is spent', ({ budget }) => BigInt(budget?.spent ?? '0') >= 100_000n)
  node.wallet.removeDocument('a')
  await node.until('nothing is on its way', ({ budget }) => budget?.reserved === '0')
  return node
}
const journalRows = async () => openDB('tributary')

const DAMAGES: Record<string, () => Promise<void>> = {
  'lost its last entries': async () => {
    const rows = await journalRows()
    const keys = await rows.getAllKeys('journal')
    const last = keys.at(-1)
    if (last === undefined) throw new Error('no journal')
    await rows.delete('journal', last)
    rows.close()
  },
  'lost all its entries': async () => {
    const rows = await journalRows()
    await rows.clear('journal')
    rows.close()
  },
  'has a changed amount': async () => {
    const rows = await journalRows()
    for (const key of await rows.getAllKeys('journal')) {
      const entry = (await rows.get('journal', key)) as { kind: string; amount?: string }
      if (entry.kind === 'reserve') await rows.put('journal', { ...entry, amount: '1' }, key)
    }
    rows.close()
  },
}

it.each(Object.keys(DAMAGES))(
  'a book that %s pays nothing, and its repair gives no budget back',
  async (what) => {
    const before = await readDebit(localnet.admin, account().entry)
    const spent = BigInt((await payPart()).wallet.snapshot(null).budget?.spent ?? '0')
    await DAMAGES[what]?.()

    const node = await createNodeWallet()
    node.wallet.setDocument('a', page())
    const stopped = node.wallet.snapshot(1)
    expect(stopped.page?.tags[0]?.reason).toBe('book-damaged')
    expect(stopped.connection?.reason).toBe('book-damaged')

    expect(await node.wallet.commands.repairBook()).toBeNull()
    const repaired = node.wallet.snapshot(null).budget
    expect(repaired).toMatchObject({ limit: LIMIT.toString(), spent: spent.toString() })
    await node.until('the rest is spent', ({ budget }) => budget?.left === '0')
    await node.wallet.commands.setPayments(false)
    await node.until('nothing is on its way', ({ budget }) => budget?.reserved === '0')
    expect((await readDebit(localnet.admin, account().entry)) - before).toBe(LIMIT)

    const again = (await createNodeWallet()).wallet.snapshot(null).budget
    expect(again?.spent).toBe(LIMIT.toString())
  },
)

it('offers no repair for a book that is well', async () => {
  const node = await payPart()
  expect(await node.wallet.commands.repairBook()).toBe('not-now')
})

it('finds the newest book again when the connection is set up anew', async () => {
  await payPart()
  await DAMAGES['lost all its entries']?.()
  const node = await createNodeWallet()
  await node.wallet.commands.repairBook()
  const { spent } = node.wallet.snapshot(null).budget ?? {}
  await node.wallet.commands.forgetConnection()
  const { url, username, token } = account()
  await node.wallet.commands.connect({ address: url, username, token, developerMode: true })
  expect(node.wallet.snapshot(null).budget?.spent).toBe(spent)
})
