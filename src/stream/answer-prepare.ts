import {
  errorToReject,
  isIlpError,
  serializeIlpFulfill,
  serializeIlpReject,
  type IlpPrepare,
} from 'ilp-packet'
import type { Connection } from 'ilp-protocol-stream'

/**
 * Answers what a receiver sends back: rate probes of ilp-protocol-stream's server, and flow control.
 * Never a fulfill for an amount above 0: money that comes back would part our book and the connector's.
 */
export const answerPrepare = async (
  connection: Pick<Connection, 'handlePrepare'>,
  prepare: IlpPrepare,
  ownAddress: string,
): Promise<Uint8Array> => {
  const refusal = { code: 'F99', message: '', data: Buffer.alloc(0), triggeredBy: ownAddress }
  try {
    const fulfill = await connection.handlePrepare(prepare)
    return prepare.amount === '0' ? serializeIlpFulfill(fulfill) : serializeIlpReject(refusal)
  } catch (error) {
    return isIlpError(error)
      ? errorToReject(ownAddress, error)
      : serializeIlpReject({ ...refusal, code: 'F00' })
  }
}
