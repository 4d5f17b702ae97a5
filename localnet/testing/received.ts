import type { PointerEntry } from '../announcement.ts'

/** The receiver's own record for a pointer, in its wallet's units. */
export const received = async ({ records }: PointerEntry): Promise<bigint> => {
  const record = (await (await fetch(records)).json()) as { received: string }
  return BigInt(record.received)
}
