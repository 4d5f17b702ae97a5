import { deserialize, Type } from 'btp-packet'

const ILP_FULFILL = 13

/** What the link itself must know of a BTP frame (RFC 23, "BTP Packet Types"). */
export interface BtpFrame {
  readonly type: 'response' | 'error' | 'other'
  /** The ILP Fulfill inside a response, whatever request it answers. */
  readonly fulfill: Uint8Array | null
}

/** Null where the bytes are not BTP. */
export const readBtpFrame = (bytes: Buffer): BtpFrame | null => {
  try {
    const frame = deserialize(bytes) as { type: Type; data: { protocolData?: unknown } }
    if (frame.type === Type.TYPE_ERROR) return { type: 'error', fulfill: null }
    if (frame.type !== Type.TYPE_RESPONSE) return { type: 'other', fulfill: null }
    const parts = frame.data.protocolData as { protocolName: string; data: Buffer }[]
    const ilp = parts.find((part) => part.protocolName === 'ilp')?.data
    return { type: 'response', fulfill: ilp?.[0] === ILP_FULFILL ? ilp : null }
  } catch {
    return null // not BTP: that is the answer
  }
}
