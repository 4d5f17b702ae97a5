import { randomBytes } from 'node:crypto'
import type { Database } from 'node-sqlite3-wasm'
import { transaction } from './database.ts'

/** A payment pointer of this network. */
export interface Pointer {
  readonly id: number
  /** The receiving wallet that it belongs to, and so its asset. */
  readonly wallet: string
  readonly name: string
  /** By a person, on the wallet's page. */
  readonly registered: boolean
}

/** What one payment pointer received, in its wallet's units, in how many packets. */
export interface ReceivedRecord {
  readonly received: bigint
  readonly packets: number
}

/** The same of a quarter of an hour: the longest time that begins and ends with the hours of every time zone. */
export interface Slot extends ReceivedRecord {
  readonly startsAt: number
}

export const SLOT_MS = 900_000

/** An address that nobody used for so long is forgotten; STREAM connections live for minutes. */
const KEPT_MS = 7 * 24 * 3_600_000

/** The largest that SQLite holds; beyond it a number would come back as another one. */
const LARGEST = 2n ** 63n - 1n

const PACKETS = 'coalesce(sum(units), 0) AS received, coalesce(sum(packets), 0) AS packets'

const record = (row: Record<string, unknown> | null): ReceivedRecord => ({
  received: BigInt((row?.['received'] ?? 0) as number | bigint),
  packets: Number(row?.['packets'] ?? 0),
})

const toPointer = (row: Record<string, unknown>): Pointer => ({
  id: Number(row['id']),
  wallet: row['wallet'] as string,
  name: row['name'] as string,
  registered: row['registered'] === 1,
})

/** Payment pointers, the STREAM addresses that were given out for them, and what came in. */
export class Book {
  readonly db: Database
  readonly #now: () => number

  constructor(db: Database, now: () => number = Date.now) {
    this.db = db
    this.#now = now
    db.run('DELETE FROM addresses WHERE used_at < ?', now() - KEPT_MS)
  }

  /** 32 bytes for a wallet's receiver, the same ones each time. */
  secret(wallet: string): Buffer {
    this.db.run('INSERT OR IGNORE INTO secrets VALUES (?, ?)', [wallet, randomBytes(32)])
    const row = this.db.get('SELECT secret FROM secrets WHERE wallet = ?', wallet)
    return Buffer.from(row?.['secret'] as Uint8Array)
  }

  /** Makes it where it is not there yet. */
  pointer(wallet: string, name: string, registered = false): Pointer {
    const key = [wallet, name, registered]
    this.db.run('INSERT OR IGNORE INTO pointers (wallet, name, registered) VALUES (?, ?, ?)', key)
    const found = this.db.get(
      'SELECT * FROM pointers WHERE wallet = ? AND name = ? AND registered = ?',
      key,
    )
    return toPointer(found ?? {})
  }

  /** The oldest first. */
  pointers(): Pointer[] {
    return this.db.all('SELECT * FROM pointers ORDER BY id').map(toPointer)
  }

  /** Money for this STREAM address belongs to this pointer, and came by way of this split. */
  issued(address: string, pointer: number, split: number | null = null): void {
    this.db.run('INSERT INTO addresses (address, pointer, split, used_at) VALUES (?, ?, ?, ?)', [
      address,
      pointer,
      split,
      this.#now(),
    ])
  }

  /** What came to this STREAM address so far. */
  receivedAt(address: string): bigint {
    return record(this.db.get('SELECT received FROM addresses WHERE address = ?', address)).received
  }

  /**
   * Writes down what a packet brought; packets without money (control frames) are not counted. Throws where it could
   * not be written, and the packet is then not to be fulfilled.
   */
  fulfilled(address: string, units: bigint): void {
    if (units === 0n) return
    if (units > LARGEST) throw new Error(`${units} units are more than can be written down`)
    const now = this.#now()
    transaction(this.db, () => {
      const { changes } = this.db.run(
        'UPDATE addresses SET received = received + ?, used_at = ? WHERE address = ?',
        [units, now, address],
      )
      if (changes !== 1) throw new Error(`Money for an address never issued: ${address}`)
      this.db.run(
        `INSERT INTO received SELECT pointer, ?, coalesce(split, 0), ?, 1 FROM addresses WHERE address = ?
         ON CONFLICT DO UPDATE SET units = units + excluded.units, packets = packets + 1`,
        [Math.floor(now / SLOT_MS), units, address],
      )
    })
  }

  record(pointer: number): ReceivedRecord {
    return record(this.db.get(`SELECT ${PACKETS} FROM received WHERE pointer = ?`, pointer))
  }

  /** What it received by way of a split. */
  recordOf(pointer: number, split: number): ReceivedRecord {
    const sql = `SELECT ${PACKETS} FROM received WHERE pointer = ? AND split = ?`
    return record(this.db.get(sql, [pointer, split]))
  }

  /** Those since then in which something came in, in order. */
  slots(pointer: number, since: number): Slot[] {
    return this.db
      .all(
        `SELECT slot, ${PACKETS} FROM received WHERE pointer = ? AND slot >= ? GROUP BY slot ORDER BY slot`,
        [pointer, Math.floor(since / SLOT_MS)],
      )
      .map((row) => ({ startsAt: Number(row['slot']) * SLOT_MS, ...record(row) }))
  }
}
