import { serializeIlpReject } from 'ilp-packet'

const reject = (code: string, message: string, data = Buffer.alloc(0)): Buffer =>
  serializeIlpReject({ code, message, data, triggeredBy: 'self.tributary' })

/** F08 with its two amounts (RFC 27, "Error Codes"): the sender learns the largest that would pass. */
export const rejectTooLarge = (received: bigint, maximum: bigint): Buffer => {
  const data = Buffer.alloc(16)
  data.writeBigUInt64BE(received, 0)
  data.writeBigUInt64BE(maximum, 8)
  return reject('F08', 'larger than the wallet lets through', data)
}

/** F99 without data: to the library its packet was heard, and nothing was said to it. */
export const rejectUnheard = (): Buffer => reject('F99', 'nothing that anybody waits for')

/** Nothing may leave at all. Ends the connection in the library, which is meant. */
export const rejectAll = (): Buffer => reject('R99', 'the wallet lets nothing through')

/** T05: the library tries again later, each time a little later. */
export const rejectForNow = (): Buffer => reject('T05', 'faster than the rate allows')
