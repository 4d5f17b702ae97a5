import { deserializeIlpPrepare, serializeIlpFulfill, serializeIlpPrepare } from 'ilp-packet'
import {
  generateFulfillment,
  generateFulfillmentKey,
  generatePskEncryptionKey,
  hash,
} from 'ilp-protocol-stream/dist/src/crypto'
import { IlpPacketType, Packet } from 'ilp-protocol-stream/dist/src/packet'

export const DESTINATION = 'test.receiver.alice'

/** Both ends of a STREAM connection, as far as the meter sees them. */
export interface StreamPackets {
  /** A money packet as the STREAM library builds it, serialized. */
  prepare(amount: bigint, expiresAt: Date): Promise<Buffer>
  /** The receiver's answer to it: it got `delivered`. Serialized. */
  fulfill(prepare: Uint8Array, delivered: bigint): Promise<Buffer>
}

export const createStreamPackets = async (secret: Uint8Array): Promise<StreamPackets> => {
  const encryption = await generatePskEncryptionKey(Buffer.from(secret))
  const fulfillment = await generateFulfillmentKey(Buffer.from(secret))
  let sequence = 0
  const seal = (of: number, type: number, amount: bigint): Promise<Buffer> =>
    new Packet(of, type, amount.toString()).serializeAndEncrypt(encryption)
  return {
    async prepare(amount, expiresAt) {
      const data = await seal(++sequence, IlpPacketType.Prepare, 0n)
      return serializeIlpPrepare({
        amount: amount.toString(),
        destination: DESTINATION,
        data,
        expiresAt,
        executionCondition: await hash(await generateFulfillment(fulfillment, data)),
      })
    },
    async fulfill(prepare, delivered) {
      const { data } = deserializeIlpPrepare(Buffer.from(prepare))
      const asked = await Packet.decryptAndDeserialize(encryption, data)
      return serializeIlpFulfill({
        fulfillment: await generateFulfillment(fulfillment, data),
        data: await seal(Number(asked.sequence), IlpPacketType.Fulfill, delivered),
      })
    },
  }
}
