import { NotSent } from '../connector/link-failure.ts'
import type { Link } from '../connector/link.ts'
import { createRenewal, type Renewal } from '../budget/renewal.ts'
import { openJournal, type Journal, type JournalOptions } from '../ledger/journal.ts'
import { createMeter, type Meter } from '../meter/meter.ts'
import { createPaces, type Paces } from '../pace/paces.ts'
import type { Clock } from '../ports/clock.ts'
import type { JournalStore } from '../ports/journal-store.ts'
import type { MirrorStore } from '../ports/mirror-store.ts'
import type { RandomBytes } from '../ports/random.ts'

export interface BookPorts {
  readonly clock: Clock
  readonly random: RandomBytes
  readonly journals: JournalStore
  readonly mirrors: MirrorStore
  /** Entries on the disk that are compacted; the journal has its own idea otherwise. */
  readonly compactAfter?: number
}

/** A book with the only things that write it or go by it. Opened once, however often the link changes. */
export interface OpenBook {
  readonly journal: Journal
  readonly meter: Meter
  readonly paces: Paces
  readonly renewal: Renewal
  /** New packets go over this link; answers to older ones are still awaited where they were sent. */
  use(link: Pick<Link, 'sendData'>): void
}

/** Rejects with JournalDamaged where the book cannot be read. */
export const openBook = async (
  { clock, random, journals, mirrors, compactAfter }: BookPorts,
  name: string,
  events: Pick<JournalOptions, 'onStopped' | 'onStored'>,
): Promise<OpenBook> => {
  let link: Pick<Link, 'sendData'> | null = null
  const journal = await openJournal(journals, mirrors, name, {
    ...events,
    ...(compactAfter !== undefined && { compactAfter }),
  })
  const paces = createPaces(journal.book.lastReservedAt === null ? null : clock.mono())
  const renewal = createRenewal(journal, clock)
  const meter = createMeter({
    journal,
    renewal,
    clock,
    random,
    transport: (prepare) => link?.sendData(prepare) ?? Promise.reject(new NotSent()),
  })
  await meter.recover()
  return {
    journal,
    meter,
    paces,
    renewal,
    use: (next) => (link = next),
  }
}
