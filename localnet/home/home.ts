import type { Asset } from '../asset.ts'
import type { Book, Pointer } from '../store/book.ts'
import type { Split, Splits } from '../store/splits.ts'
import type { Wallet } from '../wallets/start-wallet.ts'
import type { Credentials, ReceiptSetup } from '../wallets/stream-receiver.ts'
import type { VerifiedBook } from '../verifier/verified-book.ts'
import { BadInput } from './bad-input.ts'
import { chooseShare, type Draw } from './choose-share.ts'
import { assetName } from './major-units.ts'

/** A payment pointer as the wallet's page shows it. */
export interface Account extends Pointer {
  /** `$127.0.0.1:PORT/name` */
  readonly address: string
  readonly url: string
  /** Where the wallet's page tells of it. */
  readonly path: string
  readonly asset: Asset
  /** Its address at the verifier, where its payers bring receipts. */
  readonly verified: string
}

export interface HomeParts {
  readonly book: Book
  readonly splits: Splits
  readonly verified: VerifiedBook
  readonly wallets: readonly Wallet[]
  readonly draw: Draw
  /** `http://127.0.0.1:PORT` of the page, and of the verifier. */
  readonly origin: string
  readonly verifier: string
}

/** A share as it was asked for: `pointer` in either spelling. */
export interface WantedShare {
  readonly pointer: string
  readonly weight: number
}

const NAME = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/
/** Paths of the page itself. */
const RESERVED = ['common', 'files', 'pointers', 'splits', 'receipts']
export const HIGHEST_WEIGHT = 1_000_000
const MOST_SHARES = 50

const withDollar = (url: string): string => url.replace(/^https?:\/\//, '$')

/** The wallet behind the page: one registers payment pointers and splits, and payers come for SPSP answers. */
export class Home {
  readonly parts: HomeParts

  constructor(parts: HomeParts) {
    this.parts = parts
  }

  /** What a pointer can be in, the first wallet of each asset. */
  get assets(): ReadonlyMap<string, Wallet> {
    const { wallets } = this.parts
    return new Map([...wallets].reverse().map((wallet) => [assetName(wallet.asset), wallet]))
  }

  /** The registered ones and the network's own. */
  accounts(): Account[] {
    return this.parts.book.pointers().flatMap((pointer) => this.#account(pointer) ?? [])
  }

  /** By `/name` or `/wallet/name`, as `path` has it. */
  account(path: string): Account | undefined {
    return this.accounts().find((account) => account.path === path)
  }

  splitUrl({ name }: Split): string {
    return `${this.parts.origin}/${name}`
  }

  register(name: string, asset: string): Account {
    const wallet = this.assets.get(asset)
    if (!wallet) {
      const known = [...this.assets.keys()].sort().join(', ')
      throw new BadInput(`This network has no asset "${asset}"; it has ${known}.`)
    }
    this.#claim(name)
    return this.#account(this.parts.book.pointer(wallet.name, name, true))!
  }

  split(name: string, wanted: readonly WantedShare[]): Split {
    this.#claim(name)
    if (wanted.length < 2 || wanted.length > MOST_SHARES)
      throw new BadInput(`A split is between 2 and ${MOST_SHARES} pointers, not ${wanted.length}.`)
    const accounts = this.accounts()
    const shares = wanted.map(({ pointer, weight }) => {
      const found = accounts.find(({ address, url }) => pointer === address || pointer === url)
      if (!found) throw new BadInput(this.#unknown(pointer))
      if (!Number.isInteger(weight) || weight < 1 || weight > HIGHEST_WEIGHT) {
        const range = `a whole number from 1 to ${HIGHEST_WEIGHT}`
        throw new BadInput(`A weight is ${range}; that of ${pointer} is not.`)
      }
      return { pointer: found.id, weight }
    })
    const twice = wanted.find(
      (_, at) => shares.findIndex((s) => s.pointer === shares[at]!.pointer) !== at,
    )
    if (twice) throw new BadInput(`${twice.pointer} is named twice; give it one weight.`)
    return this.parts.splits.create(name, shares)
  }

  /** What an SPSP answer of a registered pointer or split hands out; undefined where there is none of that name. */
  issuer(name: string): ((receipt?: ReceiptSetup) => Credentials) | undefined {
    const { book, splits, draw } = this.parts
    const split = splits.find(name)
    if (split) {
      return (receipt) => {
        const { pointer: id } = chooseShare(split.shares, draw)
        const credentials = this.#issue(
          book.pointers().find((one) => one.id === id)!,
          receipt,
        )
        book.issued(credentials.destinationAccount, id, split.id)
        splits.chose(split.id, id)
        return credentials
      }
    }
    const account = this.account(`/${name}`)
    if (!account) return undefined
    return (receipt) => {
      const credentials = this.#issue(account, receipt)
      book.issued(credentials.destinationAccount, account.id)
      return credentials
    }
  }

  #issue({ wallet }: Pointer, receipt: ReceiptSetup | undefined): Credentials {
    return this.parts.wallets.find(({ name }) => name === wallet)!.issue(receipt)
  }

  /** A wallet that is in the data and no more in the network has nobody to receive. */
  #account(pointer: Pointer): Account | undefined {
    const { wallets, origin, verifier } = this.parts
    const { name, registered } = pointer
    const wallet = wallets.find((one) => one.name === pointer.wallet)
    const entry = wallet?.pointers.find(({ url }) => url.endsWith(`/${name}`))
    const url = registered ? `${origin}/${name}` : entry?.url
    if (!wallet || !url) return undefined
    const path = registered ? `/${name}` : `/${wallet.name}/${name}`
    const verified = `${withDollar(verifier)}${registered ? '/home' : ''}${path}`
    return { ...pointer, address: withDollar(url), url, path, asset: wallet.asset, verified }
  }

  #claim(name: string): void {
    if (!NAME.test(name)) {
      const rule = 'small letters a to z, digits and hyphens, 1 to 32 of them, no hyphen at an end'
      throw new BadInput(`A name is made of ${rule}; "${name}" is not.`)
    }
    if (RESERVED.includes(name))
      throw new BadInput(`"${name}" is a page of this wallet; choose another name.`)
    const taken = this.account(`/${name}`) ? 'a pointer' : this.parts.splits.find(name) && 'a split'
    if (taken) throw new BadInput(`The name "${name}" is taken: there is ${taken} of that name.`)
  }

  #unknown(pointer: string): string {
    const split = this.parts.splits
      .all()
      .find((one) => [this.splitUrl(one), withDollar(this.splitUrl(one))].includes(pointer))
    if (split) return `${pointer} is a split itself; name the pointers that it splits between.`
    return `${pointer} is no pointer of this network; a split is between pointers that it has.`
  }
}
