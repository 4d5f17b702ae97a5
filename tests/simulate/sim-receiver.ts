import { StreamServer } from '@interledger/stream-receiver'
import {
  isIlpReply,
  serializeIlpFulfill,
  serializeIlpReject,
  serializeIlpReply,
  type IlpPrepare,
} from 'ilp-packet'
import {
  generateFulfillment,
  generateFulfillmentKey,
  generatePskEncryptionKey,
  hash,
} from 'ilp-protocol-stream/dist/src/crypto'
import { IlpPacketType, Packet } from 'ilp-protocol-stream/dist/src/packet'
import type { Chance } from './chance.ts'

/** What a receiver does with a money packet; all of them answer probes as they should. */
export const RECEIVER_KINDS = [
  'honest',
  'honest',
  'honest',
  'fulfills without data',
  'fulfills with noise',
  'claims nothing',
  'claims everything',
  'says reject inside',
  'refuses all',
  'shrinks the rate',
  'wrong preimage',
] as const
export type ReceiverKind = (typeof RECEIVER_KINDS)[number]

export interface SimReceiver {
  readonly kind: ReceiverKind
  /** Our smallest units for one of the receiver's. */
  readonly price: bigint
  readonly received: () => bigint
  spsp(): { destination_account: string; shared_secret: string }
  /** `amount`: in the receiver's units, as the connector changed it. */
  answer(prepare: IlpPrepare, amount: bigint): Promise<Buffer>
}

const LARGEST = 2n ** 64n - 1n

export const createSimReceiver = (
  kind: ReceiverKind,
  price: bigint,
  name: string,
  chance: Chance,
): SimReceiver => {
  const server = new StreamServer({
    serverSecret: chance.bytes(32),
    serverAddress: `test.conn.receivers.${name}`,
  })
  const secrets = new Map<string, Buffer>()
  let received = 0n
  let honestPackets = 0

  const lie = async (prepare: IlpPrepare, secret: Buffer, honest: Buffer, amount: bigint) => {
    const fulfillment = await generateFulfillment(
      await generateFulfillmentKey(secret),
      prepare.data,
    )
    const key = await generatePskEncryptionKey(secret)
    const say = async (type: number, claimed: bigint): Promise<Buffer> => {
      const { sequence } = await Packet.decryptAndDeserialize(key, prepare.data)
      return new Packet(sequence, type, claimed.toString()).serializeAndEncrypt(key)
    }
    const take = (data: Buffer): Buffer => {
      received += amount
      return serializeIlpFulfill({ fulfillment, data })
    }
    switch (kind) {
      case 'honest':
        received += amount
        return honest
      case 'fulfills without data':
        return take(Buffer.alloc(0))
      case 'fulfills with noise':
        return take(chance.bytes(60))
      case 'claims nothing':
        return take(await say(IlpPacketType.Fulfill, 0n))
      case 'claims everything':
        return take(await say(IlpPacketType.Fulfill, LARGEST))
      case 'says reject inside':
        return take(await say(IlpPacketType.Reject, amount))
      case 'refuses all':
        return serializeIlpReject({
          code: chance.pick(['F99', 'F04', 'T00', 'F08', 'R01']),
          message: '',
          triggeredBy: prepare.destination,
          data: Buffer.alloc(0),
        })
      case 'shrinks the rate':
        honestPackets += 1
        return take(await say(IlpPacketType.Fulfill, honestPackets > 3 ? amount / 2n : amount))
      case 'wrong preimage':
        return serializeIlpFulfill({ fulfillment: chance.bytes(32), data: Buffer.alloc(0) })
    }
  }
  return {
    kind,
    price,
    received: () => received,
    spsp() {
      const { ilpAddress, sharedSecret } = server.generateCredentials({
        asset: { code: 'EUR', scale: 9 },
      })
      secrets.set(ilpAddress, sharedSecret)
      return { destination_account: ilpAddress, shared_secret: sharedSecret.toString('base64') }
    },
    async answer(prepare, amount) {
      const secret = secrets.get(prepare.destination)
      const reply = server.createReply({ ...prepare, amount: amount.toString() })
      const honest = isIlpReply(reply) ? reply : reply.accept()
      const bytes = serializeIlpReply(honest)
      if (!secret || isIlpReply(reply) || amount === 0n) return bytes
      const fulfillment = await generateFulfillment(
        await generateFulfillmentKey(secret),
        prepare.data,
      )
      const money = (await hash(fulfillment)).equals(prepare.executionCondition)
      return money ? lie(prepare, secret, bytes, amount) : bytes
    },
  }
}
