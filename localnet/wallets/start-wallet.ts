import type { PointerEntry } from '../announcement.ts'
import type { Asset } from '../asset.ts'
import { Closers } from '../closers.ts'
import { listen, type Certificate } from '../listen.ts'
import { openLibraryReceiver } from './library-receiver.ts'
import { ReceivedBook } from './received-book.ts'
import { ReceiverLink } from './receiver-link.ts'
import { spspHandler } from './spsp-handler.ts'
import { openStatelessReceiver } from './stateless-receiver.ts'
import type { ReceiverKind } from './stream-receiver.ts'

export interface WalletOptions {
  /** `btp+ws://name:token@host:port` of the wallet's own account on the connector. */
  readonly server: string
  /** What that account is in. */
  readonly asset: Asset
  readonly kind: ReceiverKind
  /** One payment pointer for each, its path. */
  readonly users: readonly string[]
  readonly port: number
  /** Serves the same pointers over https as well. */
  readonly https?: { readonly port: number; readonly certificate: Certificate } | undefined
}

export interface Wallet {
  readonly pointers: readonly PointerEntry[]
  readonly link: ReceiverLink
  readonly stop: () => Promise<void>
}

/** A receiving wallet: payment pointers, each with its record, in front of a STREAM receiver. */
export const startWallet = async (options: WalletOptions): Promise<Wallet> => {
  const { server, asset, kind, users, port, https } = options
  const closers = new Closers()
  const book = new ReceivedBook(users)
  const link = new ReceiverLink(server, (destination, amount) =>
    book.fulfilled(destination, amount),
  )
  // A closed link answers by itself, so the receiver's farewells, which come after it, wait for nobody.
  try {
    const receiver = await (kind === 'ilp-protocol-stream'
      ? openLibraryReceiver(link)
      : openStatelessReceiver(link, asset))
    closers.add(receiver.stop)
    closers.add(link.disconnect)
    const handler = spspHandler(book, receiver)
    closers.add(await listen(port, handler))
    if (https) closers.add(await listen(https.port, handler, https.certificate))
  } catch (error) {
    await closers.closeAll()
    throw error
  }
  const pointers = users.map((user) => {
    const url = `http://127.0.0.1:${port}/${user}`
    return { pointer: `$127.0.0.1:${port}/${user}`, url, asset, records: `${url}/record`, kind }
  })
  return { pointers, link, stop: () => closers.closeAll() }
}
