import browser from '../extension/native-browser.ts'
import { openDatabase } from '../extension/storage/database.ts'
import { createJournalStore } from '../extension/storage/journal-store.ts'
import { createMirrorStore } from '../extension/storage/mirror-store.ts'
import { openJournal, type Journal } from '../src/ledger/journal.ts'

/** For pages of an extension: the journal of this book as the wallet itself keeps it. */
export const openStoredJournal = async (book: string): Promise<Journal> => {
  const database = await openDatabase()
  return openJournal(createJournalStore(database), createMirrorStore(browser.storage.local), book, {
    onStopped: () => console.error('the journal has stopped'),
  })
}
