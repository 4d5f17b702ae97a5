/** RFC 39, "STREAM Receipt": version, nonce, stream id, total received, HMAC. */
const LENGTH = 1 + 16 + 1 + 8 + 32
const VERSION = 1
const NONCE_END = 17
const TOTAL_AT = 18

interface Fields {
  readonly nonceAndStream: string
  readonly total: bigint
}

const read = (receipt: Uint8Array): Fields | null => {
  if (receipt.length !== LENGTH || receipt[0] !== VERSION) return null
  const bytes = Buffer.from(receipt)
  return {
    nonceAndStream: bytes.toString('hex', 1, NONCE_END + 1),
    total: bytes.readBigUInt64BE(TOTAL_AT),
  }
}

/**
 * For one connection: gives back each receipt that its page may have, and null for the others. Whether one is true
 * only its verifier can tell; one that is none, changes its nonce or counts backwards is false for sure.
 */
export const createReceiptFilter = (): ((receipt: Uint8Array | null) => Uint8Array | null) => {
  let last: Fields | null = null
  return (receipt) => {
    const fields = receipt && read(receipt)
    if (!fields) return null
    if (last && fields.nonceAndStream !== last.nonceAndStream) return null
    if (last && fields.total < last.total) return null
    last = fields
    return receipt
  }
}
