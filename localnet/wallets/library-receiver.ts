import { createServer, type Connection, type DataAndMoneyStream } from 'ilp-protocol-stream'
import type { ReceiverLink } from './receiver-link.ts'
import type { ReceiverBooks, StreamReceiver } from './stream-receiver.ts'

/** The largest receive maximum that every sender can read: a signed 64-bit number. */
const NO_LIMIT = '9223372036854775807'

const ignore = (): void => undefined

/**
 * `createServer` of ilp-protocol-stream. It opens the reverse direction too: the payer gets rate probes and has to
 * answer them, or the connection ends. After a restart it takes connections up from their secret, and counts them from
 * nothing: the receipts of such a connection begin anew.
 */
export const openLibraryReceiver = async (
  link: ReceiverLink,
  { secret }: ReceiverBooks,
): Promise<StreamReceiver> => {
  const open = new Set<Connection>()
  const server = await createServer({ plugin: link, serverSecret: secret })
  server.on('connection', (connection: Connection) => {
    open.add(connection)
    connection.on('close', () => open.delete(connection))
    // A payer that leaves, even with an error, is the payer's affair; unheard 'error' events would end the process.
    connection.on('error', ignore)
    connection.on('stream', (stream: DataAndMoneyStream) => {
      stream.on('error', ignore)
      stream.setReceiveMax(NO_LIMIT)
    })
  })

  return {
    issue: (receipt) => {
      const receiptOptions = receipt && {
        receiptNonce: receipt.nonce,
        receiptSecret: receipt.secret,
      }
      const issued = server.generateAddressAndSecret(receiptOptions)
      return {
        destinationAccount: issued.destinationAccount,
        sharedSecret: issued.sharedSecret.toString('base64'),
      }
    },
    stop: () => {
      for (const connection of open) void connection.destroy()
    },
  }
}
