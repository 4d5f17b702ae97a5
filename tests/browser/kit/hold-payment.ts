import { waitUntil } from '../../../browsers/wait-until.ts'
import type { Books } from './books.ts'
import type { Wire } from './wire.ts'

/** Holds the replies, and waits until the connector has taken a payment whose answer the wallet will never hear. */
export const holdPayment = async (wire: Wire, books: Books): Promise<void> => {
  await wire.holdReplies()
  // Not earlier: what was taken by now has been answered.
  const before = await books.debit()
  const taken = async () => ((await books.debit()) > before ? true : null)
  await waitUntil(taken, { what: 'a payment whose answer is held' })
}
