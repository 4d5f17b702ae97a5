import { randomBytes } from 'node:crypto'
import { readReceipt } from './receipt.ts'
import type { ReceiptSetup } from '../wallets/stream-receiver.ts'

/** What one payment pointer was proven to have received, in its wallet's units, by how many receipts. */
export interface VerifiedRecord {
  verified: bigint
  receipts: number
}

export type Refusal = 'malformed' | 'unknown-nonce' | 'wrong-signature' | 'nothing-new'

export type Verdict =
  | { readonly kind: 'verified'; readonly user: string; readonly amount: bigint }
  | { readonly kind: 'refused'; readonly why: Refusal }

interface Issued {
  readonly user: string
  readonly secret: Buffer
  /** The highest total so far, by stream. */
  readonly totals: Map<number, bigint>
}

const refused = (why: Refusal): Verdict => ({ kind: 'refused', why })

/** Which nonce was issued for which pointer, and what receipts proved of each. */
export class VerifiedBook {
  readonly #issued = new Map<string, Issued>()
  readonly #records: ReadonlyMap<string, VerifiedRecord>

  constructor(users: readonly string[]) {
    this.#records = new Map(users.map((user) => [user, { verified: 0n, receipts: 0 }]))
  }

  record(user: string): VerifiedRecord | undefined {
    return this.#records.get(user)
  }

  /** For one payer: RFC 39 wants a nonce and a secret that were not used before. */
  issue(user: string): ReceiptSetup {
    const [nonce, secret] = [randomBytes(16), randomBytes(32)]
    this.#issued.set(nonce.toString('base64'), { user, secret, totals: new Map() })
    return { nonce, secret }
  }

  /** Counts what a receipt proves beyond the earlier ones of its stream. */
  submit(text: string): Verdict {
    const receipt = readReceipt(text)
    if (!receipt) return refused('malformed')
    const issued = this.#issued.get(receipt.nonce)
    const record = issued && this.#records.get(issued.user)
    if (!issued || !record) return refused('unknown-nonce')
    if (!receipt.signedBy(issued.secret)) return refused('wrong-signature')
    const amount = receipt.totalReceived - (issued.totals.get(receipt.streamId) ?? 0n)
    if (amount <= 0n) return refused('nothing-new')
    issued.totals.set(receipt.streamId, receipt.totalReceived)
    record.verified += amount
    record.receipts += 1
    return { kind: 'verified', user: issued.user, amount }
  }
}
