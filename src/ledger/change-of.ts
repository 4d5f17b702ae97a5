import { NAMELESS } from '../history/nameless.ts'
import { NO_HISTORY } from '../history/row.ts'
import { BEFORE } from '../history/span.ts'
import type { HistoryChange } from '../ports/history-change.ts'
import type { Book } from './book.ts'
import type { Entry } from './entry.ts'

/**
 * What an entry changes of the history; null where nothing. `book`: before the entry is applied. `page`: the
 * path of the page that is paid, which the journal does not know.
 */
export const changeOf = (book: Book, entry: Entry, page: string | null): HistoryChange | null => {
  switch (entry.kind) {
    case 'post':
    case 'doubt': {
      const packet = book.packets.get(entry.packet)
      if (!packet) return null
      const { day = BEFORE, site, amount } = packet
      if (entry.kind === 'doubt')
        return { kind: 'add', day, site, page: null, row: { ...NO_HISTORY, inDoubt: amount } }
      const row = {
        posted: amount,
        inDoubt: packet.state === 'in-doubt' ? 0n - amount : 0n,
        delivered: entry.delivered ? [entry.delivered] : [],
        packets: 1,
      }
      return { kind: 'add', day, site, page: site === NAMELESS ? null : page, row }
    }
    case 'carry': {
      const row = { ...NO_HISTORY, posted: entry.amount }
      return { kind: 'add', day: BEFORE, site: NAMELESS, page: null, row }
    }
    case 'forget':
      return { kind: 'forget', site: entry.site, keep: entry.keep }
    case 'period':
    case 'limit':
    case 'reserve':
    case 'void':
    case 'probe':
    case 'probe-end':
      return null
  }
}
