import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { openDatedPointer, type DatedPointer } from './dated-pointer.ts'
import { createNodeWallet, freshDisk, type ClockError, type NodeWallet } from './node-wallet.ts'

const DAY = 24 * 3_600_000
/** Always another month, and more than 48 hours away. */
const FAR = 35 * DAY

let localnet: Localnet
let pointer: DatedPointer
beforeAll(async () => {
  localnet = await startLocalnet()
  const url = localnet.wallets[0]?.url
  if (url === undefined) throw new Error('localnet has no wallet')
  pointer = await openDatedPointer(url)
})
afterAll(async () => {
  await pointer.close()
  await localnet.stop()
})
beforeEach(() => {
  freshDisk()
  pointer.offMs = 0
})

const look = (node: NodeWallet): void =>
  node.wallet.setDocument('a', {
    tab: 1,
    site: 'https://blog.example',
    visible: true,
    tags: [{ id: 'tag', address: pointer.address }],
  })
const setUp = async (clock: ClockError): Promise<NodeWallet> => {
  const node = await createNodeWallet(clock)
  const [account] = localnet.btp
  if (!account) throw new Error('localnet gives no account')
  const { url, username, token } = account
  const { commands } = node.wallet
  expect(await commands.connect({ address: url, username, token, developerMode: true })).toBeNull()
  expect(await commands.start('0.0003')).toBeNull()
  return node
}
const paid = (node: NodeWallet, packets: number) =>
  node.until(`${packets} packets`, ({ page }) => (page?.tags[0]?.packets ?? 0) >= packets)
const spentAll = (node: NodeWallet) =>
  node.until('the budget is spent', ({ budget }) => budget?.left === '0' && budget.reserved === '0')
const told = (node: NodeWallet, reason: string) =>
  node.until(`the reason is ${reason}`, ({ page }) => page?.tags[0]?.reason === reason)
const settled = (node: NodeWallet) =>
  node.until('nothing is on its way', ({ budget }) => budget?.reserved === '0')

it('asks before it renews the budget for a clock that jumped while it ran', async () => {
  const clock = { ms: 0 }
  const node = await setUp(clock)
  look(node)
  await spentAll(node)
  const { period } = node.wallet.snapshot(null).budget ?? {}
  clock.ms = FAR
  const asking = await told(node, 'clock-jumped')
  expect(asking.budget).toMatchObject({ period, left: '0', renewal: 'asking' })
  expect(await node.wallet.commands.confirmDate()).toBeNull()
  const renewed = await spentAll(node)
  expect(renewed.budget?.period).not.toBe(period)
  expect(renewed.budget?.renewal).toBe('none')
  expect(renewed.sites?.[0]?.sent).toBe('600000')
})

it('asks after a start where no server says the same date', async () => {
  const first = await setUp({ ms: 0 })
  look(first)
  await spentAll(first)
  first.wallet.removeDocument('a')
  const node = await createNodeWallet({ ms: FAR })
  expect(node.wallet.snapshot(null).budget).toMatchObject({ left: '0', renewal: 'due' })
  look(node)
  await told(node, 'clock-jumped')
  expect(node.wallet.snapshot(null).budget?.left).toBe('0')
})

it('renews by itself after a long pause, as soon as a server says the same date', async () => {
  const first = await setUp({ ms: 0 })
  look(first)
  await spentAll(first)
  first.wallet.removeDocument('a')
  pointer.offMs = FAR
  const node = await createNodeWallet({ ms: FAR })
  look(node)
  const renewed = await paid(node, 1)
  expect(renewed.budget?.renewal).toBe('none')
})

it('says that the clock is wrong where no server helps it to put that right', async () => {
  pointer.offMs = null
  const clock = { ms: -3_600_000 }
  const node = await setUp(clock)
  look(node)
  await told(node, 'wrong-clock')
  expect((await settled(node)).budget).toMatchObject({ spent: '0', inDoubt: '0' })
  clock.ms = 0
  await paid(node, 1)
})
