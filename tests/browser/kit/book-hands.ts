import type { Tab } from '../../../browsers/driver.ts'
import { pageCall } from '../../../browsers/page-call.ts'
import { entryFromJson } from '../../../src/ledger/entry-json.ts'
import type { PeriodId } from '../../../src/ledger/entry.ts'
import { seal } from '../../../src/ledger/sealed-entry.ts'

type What = 'read' | 'claim' | 'spoil' | 'write'

/** Runs in an extension page, beside the wallet. Takes entries as JSON; gives those that were there. */
const reach = async (what: What, written: string): Promise<unknown[]> => {
  const request = indexedDB.open('tributary')
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('no database'))
  })
  const transaction = database.transaction(['journal', 'writers'], 'readwrite')
  const all = (store: string) => {
    const found: { key: IDBValidKey; value: unknown }[] = []
    const cursor = transaction.objectStore(store).openCursor()
    return new Promise<typeof found>((resolve) => {
      cursor.onsuccess = () => {
        if (!cursor.result) return resolve(found)
        found.push({ key: cursor.result.key, value: cursor.result.value })
        cursor.result.continue()
      }
    })
  }
  const writers = await all('writers')
  if (what === 'claim')
    for (const { key, value } of writers)
      transaction.objectStore('writers').put((value as number) + 1, key)
  const journal = await all('journal')
  const last = new Map(journal.map(({ key }) => key as [string, number]))
  if (what === 'spoil')
    for (const [book, number] of last)
      transaction.objectStore('journal').add('nobody’s entry', [book, number + 1])
  for (const [at, value] of (JSON.parse(written) as unknown[]).entries())
    transaction.objectStore('journal').put(value, journal[at]!.key)
  await new Promise((resolve) => (transaction.oncomplete = resolve))
  database.close()
  return journal.map(({ value }) => value)
}

const handOn = (
  extensionPage: Tab,
  what: What,
  entries: readonly unknown[] = [],
): Promise<unknown[]> => extensionPage.evaluate(pageCall(reach, what, JSON.stringify(entries)))

/** As a newer copy of the background does it when it starts: the one that runs may write no more. */
export const claimBooks = async (extensionPage: Tab): Promise<void> =>
  void (await handOn(extensionPage, 'claim'))

/** Something else lies where the next entry of each book belongs. */
export const spoilBooks = async (extensionPage: Tab): Promise<void> =>
  void (await handOn(extensionPage, 'spoil'))

/** The only book as if all of it had been written in this month. For a wallet that pays nobody, before it starts again. */
export const dateBook = async (extensionPage: Tab, period: PeriodId): Promise<void> => {
  let sum = 0
  const dated = (await handOn(extensionPage, 'read')).map((stored) => {
    const entry = entryFromJson(stored)
    if (!entry) throw new Error('no entry')
    const sealed = seal('period' in entry ? { ...entry, period } : entry, sum)
    sum = sealed.sum
    return sealed.stored
  })
  await handOn(extensionPage, 'write', dated)
}
