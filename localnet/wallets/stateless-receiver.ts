import { StreamServer } from '@interledger/stream-receiver'
import { deserializeIlpPrepare, isIlpReply, serializeIlpReply } from 'ilp-packet'
import { fetch as fetchIldcp } from 'ilp-protocol-ildcp'
import type { Asset } from '../asset.ts'
import type { ReceiverLink } from './receiver-link.ts'
import type { ReceiverBooks, StreamReceiver } from './stream-receiver.ts'

/** A receiver as Rafiki has it: `StreamServer`, which sends nothing back, and base64url without padding. */
export const openStatelessReceiver = async (
  link: ReceiverLink,
  asset: Asset,
  books: ReceiverBooks,
): Promise<StreamReceiver> => {
  await link.connect()
  const { clientAddress } = await fetchIldcp(link.sendData)
  const server = new StreamServer({ serverSecret: books.secret, serverAddress: clientAddress })

  // At once, without a promise: so it is written down before the next packet asks what came so far.
  link.registerDataHandler((data) => {
    const prepare = deserializeIlpPrepare(data)
    const answer = server.createReply(prepare)
    if (isIlpReply(answer)) return serializeIlpReply(answer)
    const before = books.receivedAt(prepare.destination)
    answer.setTotalReceived((before + BigInt(prepare.amount)).toString())
    return serializeIlpReply(answer.accept())
  })

  return {
    issue: (receiptSetup) => {
      const details = receiptSetup === undefined ? { asset } : { asset, receiptSetup }
      const { ilpAddress, sharedSecret } = server.generateCredentials(details)
      return { destinationAccount: ilpAddress, sharedSecret: sharedSecret.toString('base64url') }
    },
    stop: () => link.deregisterDataHandler(),
  }
}
