/** What one payment pointer received, in its wallet's units, in how many packets. */
export interface ReceivedRecord {
  received: bigint
  packets: number
}

/** Which pointer a STREAM address was issued for, and what came in for each pointer. */
export class ReceivedBook {
  readonly #byUser: Map<string, ReceivedRecord>
  readonly #byAddress = new Map<string, ReceivedRecord>()

  constructor(users: readonly string[]) {
    this.#byUser = new Map(users.map((user) => [user, { received: 0n, packets: 0 }]))
  }

  record(user: string): ReceivedRecord | undefined {
    return this.#byUser.get(user)
  }

  /** Money for this STREAM address belongs to this record. */
  issued(destinationAccount: string, record: ReceivedRecord): void {
    this.#byAddress.set(destinationAccount, record)
  }

  /** Packets without money (control frames) are not counted. */
  fulfilled(destination: string, amount: bigint): void {
    if (amount === 0n) return
    const record = this.#byAddress.get(destination)
    if (record === undefined) throw new Error(`Money for an address never issued: ${destination}`)
    record.received += amount
    record.packets += 1
  }
}
