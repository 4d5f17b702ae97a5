import { randomBytes } from 'node:crypto'
import { serializeIlpFulfill, serializeIlpPrepare, serializeIlpReject, Type } from 'ilp-packet'
import {
  ConnectionAssetDetailsFrame,
  ConnectionCloseFrame,
  ConnectionNewAddressFrame,
  ErrorCode,
  Packet,
  StreamDataFrame,
  StreamMaxMoneyFrame,
  StreamReceiptFrame,
  type Frame,
} from 'ilp-protocol-stream/dist/src/packet.js'
import type { Reason } from '../../src/reason/reason.ts'

/** A packet that a receiver could fulfill, as it sees it. */
export interface MoneyPacket {
  readonly asked: Packet
  /** How many came before it. */
  readonly number: number
  readonly amount: bigint
  /** The payer's own ILP address, once it has told it. */
  readonly payer: string
  readonly fulfillment: Buffer
  /** What an honest answer would contain. */
  readonly frames: readonly Frame[]
  readonly seal: (packet: Packet) => Promise<Buffer>
}

export interface Lie {
  /** Why the wallet stops to pay it; null: it is paid like an honest one. */
  readonly reason: Reason | null
  readonly asset?: { readonly code: string; readonly scale: number }
  /** The reply; `send` sends an ILP packet of the receiver's own. */
  readonly tell: (money: MoneyPacket, send: (prepare: Buffer) => Promise<void>) => Promise<Buffer>
}

export type Lies = Readonly<Record<string, Lie>>

/** The STREAM packet of an answer: what the receiver says of itself, and of what it got. */
export const replyOf = (
  { asked, amount, frames }: MoneyPacket,
  type: Type,
  says: { amount?: bigint; more?: readonly Frame[]; sequence?: bigint } = {},
): Packet =>
  new Packet(String(says.sequence ?? asked.sequence), type, String(says.amount ?? amount), [
    ...frames,
    ...(says.more ?? []),
  ])

const FULFILL = Type.TYPE_ILP_FULFILL

const take = ({ fulfillment }: MoneyPacket, data: Buffer): Buffer =>
  serializeIlpFulfill({ fulfillment, data })
export const honestly = async (money: MoneyPacket): Promise<Buffer> =>
  take(money, await money.seal(replyOf(money, FULFILL)))

/** Takes the money, and says something else about it. */
const claims = (reason: Reason, claim: (amount: bigint) => bigint, honest = 0): Lie => ({
  reason,
  tell: async (money) =>
    money.number < honest
      ? honestly(money)
      : take(money, await money.seal(replyOf(money, FULFILL, { amount: claim(money.amount) }))),
})

/** Takes the money, proves it, and adds frames to its answer from the second packet on. */
const adds = (reason: Reason | null, more: (money: MoneyPacket) => readonly Frame[]): Lie => ({
  reason,
  tell: async (money) =>
    money.number === 0
      ? honestly(money)
      : take(money, await money.seal(replyOf(money, FULFILL, { more: more(money) }))),
})

/** Takes the money, and answers with these bytes. */
const answers = (data: (money: MoneyPacket) => Buffer | Promise<Buffer>): Lie => ({
  reason: 'delivery-unproven',
  tell: async (money) => take(money, await data(money)),
})

const refuses = (reason: Reason, code: string, data = Buffer.alloc(0)): Lie => ({
  reason,
  tell: () => Promise.resolve(serializeIlpReject({ code, message: '<b>', triggeredBy: '', data })),
})

const calls = (code: string, scale = 9): Lie => ({
  reason: 'address-wrong-answer',
  asset: { code, scale },
  tell: honestly,
})

const moneyBack = (to: string): Buffer =>
  serializeIlpPrepare({
    amount: '5',
    destination: to,
    executionCondition: randomBytes(32),
    expiresAt: new Date(Date.now() + 10_000),
    data: randomBytes(300),
  })

const streams = (count: number) => Array.from({ length: count }, (_, index) => index + 2)

/** What a receiver of money can do instead of what it should: reliability's rows of receivers. */
export const LIES: Lies = {
  'claims nothing': claims('rate-dropped', () => 0n),
  'claims everything': claims('delivery-unproven', () => 2n ** 64n - 1n),
  'claims three times as much': claims('delivery-unproven', (amount) => amount * 3n, 1),
  'claims less than the minimum': claims('rate-dropped', (amount) => (amount * 94n) / 100n, 1),
  'has no proof': answers(() => Buffer.alloc(0)),
  'has noise for a proof': answers(() => randomBytes(60)),
  'proves another packet': answers((money) =>
    money.seal(replyOf(money, FULFILL, { sequence: BigInt(String(money.asked.sequence)) + 1n })),
  ),
  'says reject inside': answers((money) => money.seal(replyOf(money, Type.TYPE_ILP_REJECT))),
  'says prepare inside': answers((money) => money.seal(replyOf(money, Type.TYPE_ILP_PREPARE))),
  'repeats what it was sent': answers(({ asked, seal }) => seal(asked)),
  'refuses at once': refuses('receiver-refused', 'F99'),
  'refuses for the amount': refuses('rate-dropped', 'F04'),
  'is not there': refuses('receiver-unreachable', 'F02'),
  'is busy for ever': refuses('receiver-unreachable', 'T00'),
  'takes smaller ones only': refuses('receiver-unreachable', 'F08', Buffer.alloc(16)),
  'answers with another preimage': {
    reason: 'receiver-unreachable',
    tell: () =>
      Promise.resolve(serializeIlpFulfill({ fulfillment: randomBytes(32), data: Buffer.alloc(0) })),
  },
  'closes the connection': adds('receiver-unreachable', () => [
    new ConnectionCloseFrame(ErrorCode.ApplicationError, '<img src=x onerror=alert(1)>'),
  ]),
  'takes one packet and no more': {
    reason: 'receiver-refused',
    tell: async (money) =>
      take(
        money,
        await money.seal(
          replyOf({ ...money, frames: [] }, FULFILL, {
            more: [new StreamMaxMoneyFrame(1, String(money.amount), String(money.amount))],
          }),
        ),
      ),
  },
  'shrinks what it takes': adds(null, () => [new StreamMaxMoneyFrame(1, 1, 1)]),
  'changes its asset': adds('delivery-unproven', () => [new ConnectionAssetDetailsFrame('XRP', 2)]),
  'changes its address': adds('receiver-unreachable', () => [
    new ConnectionNewAddressFrame('test.tributary.usd.somebody-else'),
  ]),
  'opens a thousand streams': adds(null, () =>
    streams(1_000).map((id) => new StreamDataFrame(id * 2, 0, Buffer.from('x'))),
  ),
  'gives garbage for a receipt': adds(null, () => [new StreamReceiptFrame(1, randomBytes(10_000))]),
  'sends money back': {
    reason: null,
    tell: async (money, send) => {
      if (money.number < 5) await send(moneyBack(money.payer))
      return honestly(money)
    },
  },
  'calls its asset markup': calls('<img src=x onerror=alert(1)>'),
  'calls its asset at length': calls('A'.repeat(10_000)),
  'has no name for its asset': calls(''),
}
