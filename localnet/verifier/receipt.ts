import { createHmac, timingSafeEqual } from 'node:crypto'

/** RFC 39, "STREAM Receipt": what a receiver says of one stream, signed with the secret that it was given. */
export interface Receipt {
  /** Base64, as in the header `Receipt-Nonce`. */
  readonly nonce: string
  readonly streamId: number
  /** Units of the receiver's asset, over the whole stream. */
  readonly totalReceived: bigint
  readonly signedBy: (secret: Buffer) => boolean
}

const VERSION = 1
const SIGNED_LENGTH = 1 + 16 + 1 + 8
/** 58 bytes. */
const BASE64 = /^[A-Za-z0-9+/]{77}[AQgw]==$/

/** Null: no receipt of the version that RFC 39 knows. */
export const readReceipt = (text: string): Receipt | null => {
  if (!BASE64.test(text)) return null
  const bytes = Buffer.from(text, 'base64')
  if (bytes[0] !== VERSION) return null
  const hmac = bytes.subarray(SIGNED_LENGTH)
  return {
    nonce: bytes.toString('base64', 1, 17),
    streamId: bytes.readUInt8(17),
    totalReceived: bytes.readBigUInt64BE(18),
    signedBy: (secret) => {
      const signed = createHmac('sha256', secret).update(bytes.subarray(0, SIGNED_LENGTH))
      return timingSafeEqual(signed.digest(), hmac)
    },
  }
}
