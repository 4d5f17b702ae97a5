import type { Storage } from 'webextension-polyfill'
import type { MirrorStore } from '../../src/ports/mirror-store.ts'

const keyOf = (book: string): string => `book ${book}`

/** In `storage.local`: a file of its own, that does not go when the browser gives up on the database. */
export const createMirrorStore = (
  local: Pick<Storage.StorageArea, 'get' | 'set'>,
): MirrorStore => ({
  async load(book) {
    const key = keyOf(book)
    return (await local.get(key))[key]
  },
  save: (book, mirror) => local.set({ [keyOf(book)]: mirror }),
})
