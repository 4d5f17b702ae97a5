import type { PointerEntry } from '../announcement.ts'
import type { Asset } from '../asset.ts'
import { Closers } from '../closers.ts'
import { listen, type Certificate } from '../listen.ts'
import type { Book } from '../store/book.ts'
import { openLibraryReceiver } from './library-receiver.ts'
import { ReceiverLink } from './receiver-link.ts'
import { spspHandler } from './spsp-handler.ts'
import { openStatelessReceiver } from './stateless-receiver.ts'
import type { ReceiverKind, StreamReceiver } from './stream-receiver.ts'

export interface WalletOptions {
  /** The wallet's own, by which the book knows it. */
  readonly name: string
  readonly book: Book
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
  readonly name: string
  readonly asset: Asset
  /** Gives out a STREAM address. The book is to be told for whom, before money comes. */
  readonly issue: StreamReceiver['issue']
  readonly pointers: readonly PointerEntry[]
  readonly link: ReceiverLink
  readonly stop: () => Promise<void>
}

const pointerEntry = ({ port, asset, kind }: WalletOptions, user: string): PointerEntry => {
  const url = `http://127.0.0.1:${port}/${user}`
  return { pointer: `$127.0.0.1:${port}/${user}`, url, asset, records: `${url}/record`, kind }
}

/** A receiving wallet: payment pointers, each with its record, in front of a STREAM receiver. */
export const startWallet = async (options: WalletOptions): Promise<Wallet> => {
  const { name, book, server, asset, kind, users, port, https } = options
  const closers = new Closers()
  const link = new ReceiverLink(server, (destination, amount) =>
    book.fulfilled(destination, amount),
  )
  // A closed link answers by itself, so the receiver's farewells, which come after it, wait for nobody.
  try {
    const books = {
      secret: book.secret(name),
      receivedAt: (destination: string) => book.receivedAt(destination),
    }
    const receiver = await (kind === 'ilp-protocol-stream'
      ? openLibraryReceiver(link, books)
      : openStatelessReceiver(link, asset, books))
    closers.add(receiver.stop)
    closers.add(link.disconnect)
    const served = users.map((user) => book.pointer(name, user))
    const handler = spspHandler(book, served, receiver)
    closers.add(await listen(port, handler))
    if (https) closers.add(await listen(https.port, handler, https.certificate))
    return {
      name,
      asset,
      issue: receiver.issue,
      pointers: users.map((user) => pointerEntry(options, user)),
      link,
      stop: () => closers.closeAll(),
    }
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}
