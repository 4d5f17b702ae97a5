import {
  generateFulfillment,
  generateFulfillmentKey,
  generatePskEncryptionKey,
  hash,
} from 'ilp-protocol-stream/dist/src/crypto'
import { FrameType, Packet } from 'ilp-protocol-stream/dist/src/packet'
import type { Secret } from '../secret/secret.ts'

/** What the wallet itself reads in a STREAM packet (RFC 29, "STREAM Packet"). */
export interface StreamPacket {
  readonly sequence: bigint
  /** Of the ILP packet that the sender says it is in: 12 prepare, 13 fulfill, 14 reject. */
  readonly ilpType: number
  readonly amount: bigint
  /** RFC 39; null where there is none. */
  readonly receipt: Uint8Array | null
}

/** How a packet's receiver shows that it got it (RFC 29, "Fulfillment Generation"). Both hexadecimal. */
export interface Proof {
  /** Null where it is not known. */
  readonly fulfillment: string | null
  readonly condition: string
}

export interface KnownProof extends Proof {
  readonly fulfillment: string
}

/** One connection's keys, derived from its shared secret (RFC 29, "Encryption and Shared Secret"). */
export interface StreamKeys {
  /** What a packet with this data has for its condition if its receiver can fulfill it, and with what. */
  proofFor(data: Uint8Array): Promise<KnownProof>
  /** Null where the data was not encrypted with our secret, or is no STREAM packet. */
  open(data: Uint8Array): Promise<StreamPacket | null>
}

const readReceipt = (packet: Packet): Uint8Array | null => {
  for (const frame of packet.frames) {
    if (frame.type === FrameType.StreamReceipt) return Uint8Array.from(frame.receipt)
  }
  return null
}

export const deriveStreamKeys = async (secret: Secret<Uint8Array>): Promise<StreamKeys> => {
  const shared = Buffer.from(secret.reveal())
  const encryption = await generatePskEncryptionKey(shared)
  const fulfillment = await generateFulfillmentKey(shared)
  return {
    async proofFor(data) {
      const preimage = await generateFulfillment(fulfillment, Buffer.from(data))
      return {
        fulfillment: preimage.toString('hex'),
        condition: (await hash(preimage)).toString('hex'),
      }
    },
    async open(data) {
      try {
        const packet = await Packet.decryptAndDeserialize(encryption, Buffer.from(data))
        return {
          sequence: BigInt(packet.sequence.toString()),
          ilpType: packet.ilpPacketType,
          amount: BigInt(packet.prepareAmount.toString()),
          receipt: readReceipt(packet),
        }
      } catch {
        return null // not from our receiver, or not intact: both mean no proof
      }
    },
  }
}

/** SHA-256 of a fulfillment: the condition that it fits (RFC 27, "ILP Fulfill"). Hexadecimal. */
export const conditionOf = async (fulfillment: Uint8Array): Promise<string> =>
  (await hash(Buffer.from(fulfillment))).toString('hex')
