import { crc32 } from './crc32.ts'
import { entryFromJson, entryToJson } from './entry-json.ts'
import type { Entry } from './entry.ts'

/**
 * An entry as it is stored: its JSON, and a checksum over it and everything before it. So a bit that
 * flipped, an entry that is missing and two that changed places are all noticed.
 */
export interface Sealed {
  readonly stored: unknown
  readonly sum: number
}

export const seal = (entry: Entry, sumBefore: number): Sealed => {
  const json = entryToJson(entry)
  const sum = crc32(JSON.stringify(json), sumBefore)
  return { stored: { ...json, sum }, sum }
}

/** Null where the stored value is not an entry, or not the one that was stored here. */
export const unseal = (
  stored: unknown,
  sumBefore: number,
): { entry: Entry; sum: number } | null => {
  const entry = entryFromJson(stored)
  if (!entry) return null
  const { sum } = seal(entry, sumBefore)
  return sum === (stored as { sum?: unknown }).sum ? { entry, sum } : null
}
