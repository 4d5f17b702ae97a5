import { createHash } from 'node:crypto'

/** The host of an extension's pages: the same one for the same extension, in every profile. */
export function internalUuid(extensionId: string): string {
  const hex = createHash('sha256').update(extensionId).digest('hex')
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return [...groups, hex.slice(20, 32)].join('-')
}
