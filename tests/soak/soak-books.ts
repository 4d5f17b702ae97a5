import { setTimeout as delay } from 'node:timers/promises'
import { waitUntil } from '../../browsers/wait-until.ts'
import type { BtpAccount } from '../../localnet/announcement.ts'
import type { Localnet } from '../../localnet/localnet.ts'
import { openBooks } from '../browser/kit/books.ts'
import type { Wire } from '../browser/kit/wire.ts'

/** What connector and receivers say, over restarts of the connector. */
export interface SoakBooks {
  /** What the account owes for all that was sent since the beginning. */
  debit(): Promise<bigint>
  /** What receivers have got, by asset: `USD/9`. */
  received(): Promise<Readonly<Record<string, bigint>>>
  /** Ends the connector and starts it anew. Its balances go with it, so nothing may be on its way. */
  restartConnector(): Promise<void>
}

/** Longer than an answer takes on one machine. */
const QUIET_MS = 500

export const openSoakBooks = async (
  localnet: Localnet,
  account: BtpAccount,
  wire: Wire,
): Promise<SoakBooks> => {
  const { wallets, connector } = localnet
  const books = await openBooks(localnet, account)
  let before = 0n
  const atRest = async () => {
    const debit = await books.debit()
    await delay(QUIET_MS)
    return (await books.debit()) === debit ? debit : null
  }
  return {
    debit: async () => before + (await books.debit()),
    received: async () => {
      const sums: Record<string, bigint> = {}
      for (const { url, asset } of wallets) {
        const name = `${asset.code}/${asset.scale}`
        sums[name] = (sums[name] ?? 0n) + (await books.received(url)).received
      }
      return sums
    },
    async restartConnector() {
      wire.down(true)
      before += await waitUntil(atRest, { what: 'the connector to be at rest' })
      await connector.kill()
      await connector.start()
      wire.down(false)
    },
  }
}
