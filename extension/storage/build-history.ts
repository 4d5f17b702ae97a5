import { historyBefore } from '../../src/ledger/history-before.ts'
import { addDeltas, below, type HistoryTransaction } from './history-rows.ts'

const bookNames = async (transaction: HistoryTransaction): Promise<Set<string>> => {
  const names = new Set<string>(await transaction.objectStore('bases').getAllKeys())
  const journal = transaction.objectStore('journal')
  for (let cursor = await journal.openKeyCursor(); cursor !== null;) {
    const [name] = cursor.key
    names.add(name)
    // Past all other entries of this book.
    cursor = await cursor.continue([name, Infinity])
  }
  return names
}

/** For books of a version that kept no history: what each site got, without days; of a damaged one what can be read. */
export const buildHistory = async (transaction: HistoryTransaction): Promise<void> => {
  for (const name of await bookNames(transaction)) {
    const base = await transaction.objectStore('bases').get(name)
    const entries = await transaction.objectStore('journal').getAll(below(name))
    await addDeltas(transaction, name, historyBefore({ base, entries }))
  }
}
