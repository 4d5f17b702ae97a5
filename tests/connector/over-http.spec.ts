import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readDebit } from '../../localnet/connector/read-debit.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { received } from '../../localnet/testing/received.ts'
import { openHttpWire, type BendAnswer } from './http-wire.ts'
import { createNodeWallet, freshDisk, type NodeWallet } from './node-wallet.ts'
import { shownPage } from './shown-page.ts'

let localnet: Localnet
beforeAll(async () => {
  localnet = await startLocalnet()
})
afterAll(() => localnet.stop())
beforeEach(freshDisk)

const account = () => {
  const [first] = localnet.http
  if (!first) throw new Error('localnet gives no account over HTTP')
  return first
}
const debit = () => readDebit(localnet.admin, account().entry)

const setUp = async (
  address = account().url,
  through?: Parameters<typeof createNodeWallet>[1],
): Promise<NodeWallet> => {
  const node = await createNodeWallet({ ms: 0 }, through)
  const { username, token } = account()
  const { commands } = node.wallet
  expect(await commands.connect({ address, username, token, developerMode: true })).toBeNull()
  // A whole cent for the USD/2 wallet within a tick.
  expect(await commands.setRate('3600')).toBeNull()
  expect(await commands.start('100')).toBeNull()
  return node
}
const packetsOf = (node: NodeWallet): number => node.wallet.snapshot(1).page?.tags[0]?.packets ?? 0
const flows = (node: NodeWallet, more: number) => {
  const wanted = packetsOf(node) + more
  return node.until('it flows', ({ page }) => (page?.tags[0]?.packets ?? 0) >= wanted)
}
const atRest = async (node: NodeWallet) => {
  await node.wallet.commands.setPayments(false)
  const { budget } = await node.until(
    'nothing is on its way',
    ({ budget }) => budget?.reserved === '0',
  )
  return { spent: BigInt(budget?.spent ?? '0'), inDoubt: BigInt(budget?.inDoubt ?? '0') }
}

it('pays every wallet without a way back, and three books agree to the unit', async () => {
  const before = await debit()
  const receivedBefore = await Promise.all(localnet.wallets.map(received))
  const asked: string[] = []
  const node = await setUp(account().url, (ports) => ({
    ...ports,
    httpGet(request) {
      asked.push(request.url)
      return ports.httpGet(request)
    },
  }))
  node.wallet.setDocument('a', shownPage(...localnet.wallets.map(({ pointer }) => pointer)))
  await node.until('every tag was paid three times', ({ page }) =>
    (page?.tags ?? []).every(({ packets }) => packets >= 3),
  )
  const { spent, inDoubt } = await atRest(node)
  expect(spent).toBeGreaterThan(0n)
  expect(inDoubt).toBe(0n)
  // One that probes a payer who cannot answer closes the connection, and would have been asked for another one.
  expect(asked.sort()).toEqual(localnet.wallets.map(({ url }) => url).sort())
  expect((await debit()) - before).toBe(spent)
  const shown = node.wallet.snapshot(1).page
  for (const [index, wallet] of localnet.wallets.entries()) {
    const got = (await received(wallet)) - (receivedBefore[index] ?? 0n)
    expect(shown?.tags[index]?.delivered, wallet.pointer).toEqual({
      asset: wallet.asset,
      amount: got.toString(),
    })
  }
})

describe('an answer that does not come through, of a packet that was fulfilled', () => {
  const text = { 'content-type': 'text/html' }
  it.each<[string, BendAnswer]>([
    ['the connection ends', (response) => response.destroy()],
    [
      'half of it',
      (response, fulfill) => {
        response.writeHead(200, { 'content-length': fulfill.length })
        response.write(fulfill.subarray(0, 40))
        setTimeout(() => response.destroy(), 20)
      },
    ],
    ['502', (response) => response.writeHead(502, text).end('<h1>Bad Gateway</h1>')],
    ['404, for what was passed on all the same', (response) => response.writeHead(404).end()],
    ['a page', (response) => response.writeHead(200, text).end('<!doctype html>')],
    ['a redirect', (response) => response.writeHead(302, { location: '/' }).end()],
  ])('%s: it is in doubt, counted, and payment goes on', async (_what, bend) => {
    const before = await debit()
    const wire = await openHttpWire(account().url)
    const node = await setUp(wire.url)
    node.wallet.setDocument('a', shownPage(localnet.wallets[0]?.pointer ?? ''))
    await flows(node, 1)
    wire.bendNext(bend)
    await node.until('one is in doubt', ({ budget }) => budget?.inDoubt !== '0')
    await flows(node, 2)
    const { spent, inDoubt } = await atRest(node)
    expect(wire.bent).toBe(1)
    expect(inDoubt).toBeGreaterThan(0n)
    expect((await debit()) - before).toBe(spent + inDoubt)
    await wire.close()
  })
})

it('a packet that got lost before the connector is in doubt, too: nobody can tell', async () => {
  const before = await debit()
  const wire = await openHttpWire(account().url)
  const node = await setUp(wire.url)
  node.wallet.setDocument('a', shownPage(localnet.wallets[0]?.pointer ?? ''))
  await flows(node, 1)
  wire.dropNext()
  await node.until('one is in doubt', ({ budget }) => budget?.inDoubt !== '0')
  await flows(node, 1)
  const { spent, inDoubt } = await atRest(node)
  expect([wire.bent, inDoubt > 0n]).toEqual([1, true])
  expect((await debit()) - before).toBe(spent)
  await wire.close()
})

it('names a connector that is gone, and goes on when it is back', async () => {
  const node = await setUp()
  node.wallet.setDocument('a', shownPage(localnet.wallets[0]?.pointer ?? ''))
  await flows(node, 1)
  await localnet.connector.kill()
  await node.until(
    'the loss is seen',
    ({ page }) => page?.tags[0]?.reason === 'connector-unreachable',
  )
  await localnet.connector.start()
  await flows(node, 1)
  node.wallet.removeDocument('a')
  await atRest(node)
})

describe('what is no such account', () => {
  const status = (status: number, contentType: string) => ({
    code: 'answered-otherwise',
    seen: { status, contentType },
  })
  it.each<[string, () => Partial<Record<'address' | 'username' | 'token', string>>, unknown]>([
    ['another token', () => ({ token: 'guessed' }), 'token-refused'],
    ['no name, where the account is made of it', () => ({ username: '' }), 'no-asset'],
    ['nothing there', () => ({ address: 'http://127.0.0.1:1/ilp' }), 'unreachable'],
    [
      'the address for BTP, as http',
      () => ({ address: localnet.btp[0]?.url.replace('ws', 'http') ?? '' }),
      status(426, 'text/plain'),
    ],
    [
      'this address, as ws',
      () => ({ address: account().url.replace('http', 'ws') }),
      status(200, 'text/plain; charset=utf-8'),
    ],
    [
      'a web site, as ws',
      () => ({ address: localnet.sites[0]?.url.replace('http', 'ws') ?? '' }),
      status(200, 'text/html; charset=utf-8'),
    ],
    [
      'a page that is not there, as ws',
      () => ({ address: `${localnet.sites[0]?.origin.replace('http', 'ws')}/nowhere` }),
      status(404, expect.any(String) as never),
    ],
  ])('%s', async (_what, change, failure) => {
    const node = await createNodeWallet()
    const { url: address, username, token } = account()
    const input = { address, username, token, developerMode: true, ...change() }
    expect(await node.wallet.commands.connect(input)).toEqual(failure)
    expect(node.wallet.snapshot(null).setup).toBe('connection')
  })
})

it('asks anew when a connection over HTTP is tested, as no socket would tell', async () => {
  const wire = await openHttpWire(account().url)
  const node = await setUp(wire.url)
  node.wallet.setDocument('a', shownPage(localnet.wallets[0]?.pointer ?? ''))
  await flows(node, 1)
  node.wallet.removeDocument('a')
  await node.until('nothing is on its way', ({ budget }) => budget?.reserved === '0')
  const [{ id } = { id: '' }] = node.wallet.snapshot(null).connections
  expect(await node.wallet.commands.testConnection(id)).toBeNull()
  await wire.close()
  expect(await node.wallet.commands.testConnection(id)).toBe('unreachable')
})
