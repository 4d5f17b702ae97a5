import type { Account } from '../connector/account.ts'
import { periodOf } from '../budget/period.ts'
import { openJournal } from '../ledger/journal.ts'
import { mirrorFromJson } from '../ledger/mirror.ts'
import { salvage } from '../ledger/salvage.ts'
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

/** Writes the book that follows a damaged one; resolves with the connection that uses it. */
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
  const at = clock.wall()
  const now = periodOf(at)
  const period = known.period !== null && known.period > now ? known.period : now
  await journal.write({ kind: 'period', at, period })
  if (known.limit !== null) await journal.write({ kind: 'limit', at, limit: known.limit })
  if (period === known.period) await journal.write({ kind: 'carry', at, amount: known.spent })
  return repaired
}
