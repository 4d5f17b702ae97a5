import { randomBytes } from 'node:crypto'
import { deserializeIlpFulfill, serializeIlpFulfill } from 'ilp-packet'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readDebit } from '../../localnet/connector/read-debit.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { recordFigures } from '../figures/record-figures.ts'
import {
  answerFrame,
  ilpOf,
  openBentWire,
  readFrame,
  type Bend,
  type BentWire,
} from './bent-wire.ts'
import { createNodeWallet, freshDisk, type NodeWallet } from './node-wallet.ts'

let localnet: Localnet
let wire: BentWire
let node: NodeWallet
let debitBefore: bigint
let lies = 0

const account = () => {
  const [first] = localnet.btp
  if (!first) throw new Error('localnet gives no account')
  return first
}
const debit = async (): Promise<bigint> =>
  (await readDebit(localnet.admin, account().entry)) - debitBefore

const look = (tags: number): void =>
  node.wallet.setDocument('a', {
    tab: 1,
    site: 'https://blog.example',
    visible: true,
    tags: Array.from({ length: tags }, (_, n) => ({
      id: `tag ${n}`,
      address: localnet.wallets[0]?.pointer ?? '',
    })),
  })
const packetsNow = (): number =>
  (node.wallet.snapshot(1).page?.tags ?? []).reduce((sum, { packets }) => sum + packets, 0)
const flows = (more: number) => {
  const wanted = packetsNow() + more
  return node.until(`${more} more packets`, () => packetsNow() >= wanted)
}
const told = (reason: string) =>
  node.until(`the reason is ${reason}`, ({ page }) => page?.tags[0]?.reason === reason)

beforeAll(async () => {
  localnet = await startLocalnet()
})
afterAll(async () => {
  await localnet.stop()
  recordFigures('Lies of a connector', { 'connector lies': lies })
})
beforeEach(async () => {
  freshDisk()
  wire = await openBentWire(account().url)
  debitBefore = await readDebit(localnet.admin, account().entry)
  node = await createNodeWallet()
  const { username, token } = account()
  const { commands } = node.wallet
  const address = wire.url
  expect(await commands.connect({ address, username, token, developerMode: true })).toBeNull()
  await commands.setRate('360')
  await commands.start('100')
})
/** At rest: posted <= debit <= posted + in doubt. */
afterEach(async () => {
  await node.wallet.commands.setPayments(false)
  node.wallet.removeDocument('a')
  const { budget } = await node.until('rest', ({ budget }) => budget?.reserved === '0')
  const spent = BigInt(budget?.spent ?? '0')
  const gone = await debit()
  expect(gone).toBeGreaterThanOrEqual(spent)
  expect(gone).toBeLessThanOrEqual(spent + BigInt(budget?.inDoubt ?? '0'))
  await wire.close()
  lies += 1
})

const held: Buffer[] = []
const BENDS: Readonly<Record<string, Bend>> = {
  twice: (answer, send) => {
    send(answer)
    send(answer)
  },
  'a hundred times': (answer, send) => {
    for (let n = 0; n < 100; n++) send(answer)
  },
  'in the wrong order': (answer, send) => {
    held.push(answer)
    if (held.length < 2) return
    for (const one of held.splice(0).reverse()) send(one)
  },
}
it.each(Object.keys(BENDS))('goes on where answers come %s', async (how) => {
  look(2)
  await flows(2)
  wire.bend = BENDS[how] ?? wire.bend
  await flows(4)
  expect(node.wallet.snapshot(null).budget?.inDoubt).toBe('0')
  wire.bend = (answer, send) => send(answer)
  for (const one of held.splice(0)) wire.say(one)
})

it('posts by the condition where two answers have each other’s id', async () => {
  look(2)
  await flows(2)
  const fulfills: Buffer[] = []
  let swapped = 0
  wire.bend = (answer, send, paid) => {
    if (!paid) return send(answer)
    fulfills.push(answer)
    const [a, b] = fulfills.map(readFrame)
    if (!a || !b) return
    send(answerFrame(a.requestId, ilpOf(b) ?? Buffer.alloc(0)))
    send(answerFrame(b.requestId, ilpOf(a) ?? Buffer.alloc(0)))
    fulfills.length = 0
    swapped += 1
  }
  await node.until('two were swapped', () => swapped > 0)
  wire.bend = (answer, send) => send(answer)
  for (const answer of fulfills) wire.say(answer)
  await flows(4)
  expect(node.wallet.snapshot(null).budget?.inDoubt).toBe('0')
})

it('keeps a packet in doubt whose fulfill has the wrong preimage', async () => {
  look(1)
  await flows(2)
  let lied = 0
  wire.bend = (answer, send, paid) => {
    if (!paid || lied > 0) return send(answer)
    lied += 1
    const frame = readFrame(answer)
    const fulfill = deserializeIlpFulfill(ilpOf(frame) ?? Buffer.alloc(0))
    const bent = serializeIlpFulfill({ ...fulfill, fulfillment: randomBytes(32) })
    send(answerFrame(frame.requestId, bent))
  }
  await node.until('one is in doubt', ({ budget }) => BigInt(budget?.inDoubt ?? '0') > 0n)
  await flows(2)
  expect(lied).toBe(1)
})

it('posts a packet in doubt when its fulfill comes after a new connection was made', async () => {
  look(1)
  await flows(2)
  const late: Buffer[] = []
  wire.bend = (answer, send, paid) => (paid ? void late.push(answer) : send(answer))
  await node.until('its answer is held', () => late.length > 0)
  wire.cut()
  await node.until('it is in doubt', ({ budget }) => BigInt(budget?.inDoubt ?? '0') > 0n)
  wire.bend = (answer, send) => send(answer)
  await flows(1)
  for (const answer of late) wire.say(answer)
  await node.until('nothing is in doubt', ({ budget }) => budget?.inDoubt === '0')
})

it('has all of 20 packets in doubt as soon as the socket is cut', async () => {
  look(20)
  await flows(20)
  let held = 0
  wire.bend = (answer, send, paid) => {
    if (paid) held += 1
    else send(answer)
  }
  const flying = await node.until('20 are on their way', () => held >= 20)
  wire.cut()
  const { budget } = await node.until('none is', ({ budget }) => budget?.reserved === '0')
  expect(BigInt(budget?.inDoubt ?? '0')).toBeGreaterThanOrEqual(
    BigInt(flying.budget?.reserved ?? '0'),
  )
  wire.bend = (answer, send) => send(answer)
  await flows(20)
})

describe('a connector that refuses everything', () => {
  it.each([
    ['T05', 'receiver-unreachable', true],
    ['T00', 'receiver-unreachable', true],
    ['R02', 'wrong-clock', true],
    ['R00', 'wrong-clock', true],
    ['F02', 'receiver-unreachable', true],
    ['F08', 'receiver-unreachable', true],
    ['T04', 'out-of-credit', false],
    ['F99', 'receiver-refused', false],
    ['F04', 'rate-dropped', false],
  ])('with %s: the reason is %s', async (code, reason, comesBack) => {
    look(1)
    await flows(2)
    wire.rejectWith = code
    await told(reason)
    wire.rejectWith = null
    if (comesBack) await flows(2)
    else expect((await debit()) > 0n).toBe(true)
  })
})

/** One BTP message of a megabyte that says it is longer than any memory. */
const hugeLength = Buffer.concat([Buffer.from([6, 0, 0, 0, 1, 0x88]), Buffer.alloc(8, 0x7f)])

describe('junk on the socket', () => {
  it.each<[string, () => Buffer | string]>([
    ['random bytes', () => randomBytes(300)],
    ['an empty frame', () => Buffer.alloc(0)],
    ['text', () => '{"jsonrpc":"2.0"}'],
    ['a type that BTP does not have', () => Buffer.from([99, 0, 0, 0, 1, 1, 0])],
    ['a frame that ends too early', () => answerFrame(7, randomBytes(100)).subarray(0, 30)],
    ['a length of 2^63', () => hugeLength],
    ['ten megabytes', () => Buffer.alloc(10_000_000, 7)],
  ])('%s: a new connection is made, and it pays', async (_what, junk) => {
    look(1)
    await flows(2)
    const { connections } = wire
    wire.say(junk())
    await node.until('a new connection', () => wire.connections > connections)
    await flows(2)
  })

  it('10,000 answers that nobody asked for, and as many packets for nobody: it goes on', async () => {
    look(1)
    await flows(2)
    const { connections } = wire
    for (let n = 0; n < 10_000; n++) wire.say(answerFrame(n, randomBytes(40)))
    await flows(2)
    expect(wire.connections).toBe(connections)
  })
})

it('tries a connector that hangs up at once ever more slowly', async () => {
  wire.shut = true
  const { connections } = wire
  look(1)
  await told('origin-refused')
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  expect(wire.connections - connections).toBeLessThanOrEqual(4)
})
