import { sealBase, type OldSite } from '../base.ts'
import type { Book } from '../book.ts'
import { crc32 } from '../crc32.ts'

/** A base as versions 1 and 2 wrote it, with what each site got; version 1 knew nothing of single months. */
export const sealOldBase = (
  version: 1 | 2,
  book: Book,
  sites: ReadonlyMap<string, OldSite>,
  chain: number,
): unknown => {
  const { text } = sealBase({ ...book, sites } as Book, chain) as { text: string }
  const held = JSON.parse(text) as object
  // JSON leaves out what is undefined.
  const old = JSON.stringify(version === 1 ? { ...held, sitesNow: undefined } : held)
  return { version, chain, text: old, sum: crc32(`${version} ${chain} ${old}`) }
}
