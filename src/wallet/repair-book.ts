import type { Account } from '../connector/account.ts'
import { periodOf } from '../budget/period.ts'
import type { Entry } from '../ledger/entry.ts'
import { openJournal } from '../ledger/journal.ts'
import { countedIn, mirrorFromJson } from '../ledger/mirror.ts'
import { salvage } from '../ledger/salvage.ts'
import { sourceUnits } from '../money/units.ts'
import type { MirrorStore } from '../ports/mirror-store.ts'
import type { BookPorts } from './open-book.ts'
import { bookName, type Connection } from './settings.ts'

/** How often this account's book was repaired already: a connection that comes back finds its newest book. */
export const countRepairs = async (mirrors: MirrorStore, account: Account): Promise<number> => {
  let repairs = 0
  while (mirrorFromJson(await mirrors.load(bookName({ account, repairs: repairs + 1 }))))
    repairs += 1
  return repairs
}

/** The connection with its newest book: a repair counts although the wallet died before its settings said so. */
export const withNewestBook = async (
  mirrors: MirrorStore,
  connection: Connection,
): Promise<Connection> => {
  const found = await countRepairs(mirrors, connection.account).catch(() => 0)
  return { ...connection, repairs: Math.max(connection.repairs, found) }
}

/**
 * Writes the book that follows a damaged one; resolves with the connection that uses it. May be called again
 * where it did not come to its end.
 */
export const repairBook = async (
  { journals, mirrors, clock }: BookPorts,
  connection: Connection,
): Promise<Connection> => {
  const old = bookName(connection)
  const stored = await journals.read(old).catch(() => null)
  const known = salvage(stored, mirrorFromJson(await mirrors.load(old)))
  const repaired = { ...connection, repairs: connection.repairs + 1 }
  const journal = await openJournal(journals, mirrors, bookName(repaired), {
    onStopped: () => {},
  })
  const { book } = journal
  const at = clock.wall()
  // The old book's month, whatever the clock says: only the renewal decides whether that is to be believed.
  const period = known.period ?? periodOf(at)
  const writes: Promise<void>[] = []
  const write = (entry: Entry): void => void writes.push(journal.write(entry))
  // All in one turn, and so in one transaction: a part of them would give budget back.
  if (book.period === null || period > book.period) write({ kind: 'period', at, period })
  if (known.limit !== null) write({ kind: 'limit', at, limit: known.limit })
  const missing = known.spent - countedIn(book)
  if (book.period === known.period && missing > 0n)
    write({ kind: 'carry', at, amount: sourceUnits(missing) })
  await Promise.all(writes)
  return repaired
}
