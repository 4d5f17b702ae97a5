import { deserializeIlpFulfill, deserializeIlpReject, Type } from 'ilp-packet'
import { conditionOf, type Proof } from './stream-keys.ts'

/** The preimage that is known needs no hash: each is a way to another thread and back. */
const proves = async (fulfillment: Buffer, proof: Proof): Promise<boolean> =>
  fulfillment.toString('hex') === proof.fulfillment ||
  (await conditionOf(fulfillment)) === proof.condition

/** What a reply proves about its packet. Decided once; nobody parses the reply again. */
export type Outcome =
  | { readonly kind: 'fulfilled'; readonly data: Uint8Array }
  | { readonly kind: 'rejected'; readonly code: string; readonly data: Uint8Array }
  /** No proof either way: a preimage that does not fit, or no ILP reply at all. */
  | { readonly kind: 'unclear' }

export const classifyReply = async (reply: Uint8Array, proof: Proof): Promise<Outcome> => {
  const bytes = Buffer.from(reply)
  try {
    if (bytes[0] === Type.TYPE_ILP_FULFILL) {
      const { fulfillment, data } = deserializeIlpFulfill(bytes)
      return (await proves(fulfillment, proof)) ? { kind: 'fulfilled', data } : { kind: 'unclear' }
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
