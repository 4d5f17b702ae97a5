import { deserializeIlpFulfill, deserializeIlpReject, Type } from 'ilp-packet'
import { conditionOf } from './stream-keys.ts'

/** What a reply proves about its packet. Decided once; nobody parses the reply again. */
export type Outcome =
  | { readonly kind: 'fulfilled'; readonly data: Uint8Array }
  | { readonly kind: 'rejected'; readonly code: string; readonly data: Uint8Array }
  /** No proof either way: a preimage that does not fit, or no ILP reply at all. */
  | { readonly kind: 'unclear' }

export const classifyReply = async (reply: Uint8Array, condition: string): Promise<Outcome> => {
  const bytes = Buffer.from(reply)
  try {
    if (bytes[0] === Type.TYPE_ILP_FULFILL) {
      const { fulfillment, data } = deserializeIlpFulfill(bytes)
      const fits = (await conditionOf(fulfillment)) === condition
      return fits ? { kind: 'fulfilled', data } : { kind: 'unclear' }
    }
    if (bytes[0] === Type.TYPE_ILP_REJECT) {
      const { code, data } = deserializeIlpReject(bytes)
      return { kind: 'rejected', code, data }
    }
  } catch {
    // Bytes that only look like a reply prove nothing.
  }
  return { kind: 'unclear' }
}
