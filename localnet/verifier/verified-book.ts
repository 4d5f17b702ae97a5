import { randomBytes } from 'node:crypto'
import type { Database } from 'node-sqlite3-wasm'
import { transaction } from '../store/database.ts'
import type { ReceiptSetup } from '../wallets/stream-receiver.ts'
import { readReceipt } from './receipt.ts'

/** What one payment pointer was proven to have received, in its wallet's units, by how many receipts. */
export interface VerifiedRecord {
  readonly verified: bigint
  readonly receipts: number
}

export type Refusal = 'malformed' | 'unknown-nonce' | 'wrong-signature' | 'nothing-new'

export type Verdict =
  | { readonly kind: 'verified'; readonly user: string; readonly amount: bigint }
  | { readonly kind: 'refused'; readonly why: Refusal }

/** What a good receipt says, whether it was submitted before or not. */
export interface Checked {
  readonly kind: 'valid'
  readonly user: string
  /** Base64, as is the receipt. */
  readonly nonce: string
  readonly streamId: number
  /** Units that the stream received, and those of them that an earlier receipt has proven. */
  readonly total: bigint
  readonly proven: bigint
}

export type Refused = {
  readonly kind: 'refused'
  readonly why: Exclude<Refusal, 'nothing-new'>
}

/** A payer that comes back with an older nonce than that has its receipts refused. */
const KEPT_MS = 30 * 24 * 3_600_000

/** Which nonce was issued for which pointer, and what receipts proved of each. */
export class VerifiedBook {
  readonly #db: Database
  readonly #now: () => number

  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db
    this.#now = now
    db.run('DELETE FROM nonces WHERE issued_at < ?', now() - KEPT_MS)
  }

  record(user: string): VerifiedRecord {
    const row = this.#db.get('SELECT units, receipts FROM verified WHERE user = ?', user)
    return {
      verified: BigInt((row?.['units'] ?? '0') as string),
      receipts: Number(row?.['receipts'] ?? 0),
    }
  }

  /** For one payer: RFC 39 wants a nonce and a secret that were not used before. */
  issue(user: string): ReceiptSetup {
    const [nonce, secret] = [randomBytes(16), randomBytes(32)]
    this.#db.run('INSERT INTO nonces VALUES (?, ?, ?, ?)', [
      nonce.toString('base64'),
      secret,
      user,
      this.#now(),
    ])
    return { nonce, secret }
  }

  /** Says whether a receipt is good, and of what; changes nothing. */
  check(text: string): Checked | Refused {
    const receipt = readReceipt(text)
    if (!receipt) return { kind: 'refused', why: 'malformed' }
    const { nonce, streamId, totalReceived: total } = receipt
    const issued = this.#db.get('SELECT secret, user FROM nonces WHERE nonce = ?', nonce)
    if (!issued) return { kind: 'refused', why: 'unknown-nonce' }
    if (!receipt.signedBy(Buffer.from(issued['secret'] as Uint8Array)))
      return { kind: 'refused', why: 'wrong-signature' }
    const row = this.#db.get('SELECT total FROM proven WHERE nonce = ? AND stream = ?', [
      nonce,
      streamId,
    ])
    const proven = BigInt((row?.['total'] ?? '0') as string)
    return { kind: 'valid', user: issued['user'] as string, nonce, streamId, total, proven }
  }

  /** Counts what a receipt proves beyond the earlier ones of its stream. */
  submit(text: string): Verdict {
    const checked = this.check(text)
    if (checked.kind === 'refused') return checked
    const { user, nonce, streamId, total, proven } = checked
    if (total <= proven) return { kind: 'refused', why: 'nothing-new' }
    const amount = total - proven
    const { verified, receipts } = this.record(user)
    transaction(this.#db, () => {
      this.#db.run('INSERT OR REPLACE INTO proven VALUES (?, ?, ?)', [nonce, streamId, `${total}`])
      this.#db.run('INSERT OR REPLACE INTO verified VALUES (?, ?, ?)', [
        user,
        `${verified + amount}`,
        receipts + 1,
      ])
    })
    return { kind: 'verified', user, amount }
  }
}
