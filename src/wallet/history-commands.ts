import { NAMELESS } from '../history/nameless.ts'
import { dayOf } from '../history/span.ts'
import { periodOf } from '../budget/period.ts'
import type { EpochMs } from '../ports/clock.ts'
import type { DayId } from '../ports/history-change.ts'
import type { CommandContext } from './command-context.ts'
import { PAGE_DAYS } from './settings.ts'

const DAY_MS = 86_400_000

type Forgetting = Pick<CommandContext, 'ports' | 'settled'>

/** What was paid before, and waits for the disk, would otherwise come after what is to delete it. */
const forgetPages = async ({ ports, settled }: Forgetting, until: DayId | null): Promise<void> => {
  await settled()
  await ports.journals.forgetPages(until)
}

/** Pages are kept no longer than the user wants. */
export const forgetOldPages = async (
  context: Forgetting & Pick<CommandContext, 'settings'>,
): Promise<void> => {
  const { pageDays } = context.settings()
  const oldest = dayOf((context.ports.clock.wall() - pageDays * DAY_MS) as EpochMs)
  await forgetPages(context, pageDays === 0 ? null : oldest)
}

export interface HistoryCommands {
  /** `0`, `30`, `90` or `365`: for so many days it is kept which pages were paid. Older ones are deleted at once. */
  setPageDays(days: string): Promise<'not-now' | null>
  /** What is known of one site, of pages, or of everything. Amounts stay counted. */
  forgetHistory(what: string, site: string): Promise<'not-now' | null>
}

export const createHistoryCommands = (context: CommandContext): HistoryCommands => {
  const { ports, settings, engine, change, update, deleted } = context
  return {
    async setPageDays(text) {
      const pageDays = PAGE_DAYS.find((days) => String(days) === text)
      if (pageDays === undefined) return 'not-now'
      await change((now) => ({ ...now, pageDays }))
      await forgetOldPages(context)
      return null
    },
    async forgetHistory(what, site) {
      if (what === 'pages') {
        await forgetPages(context, null)
        deleted()
        update()
        return null
      }
      const journal = engine()?.journal
      const named = what === 'site' && site !== NAMELESS
      if (journal?.state !== 'sound' || !(named || what === 'all')) return 'not-now'
      const at = ports.clock.wall()
      // The month that the budget is in, whatever the clock says.
      const keep = journal.book.period ?? periodOf(at)
      const rules = settings().connection?.siteRules ?? []
      const capped = [...rules].filter(([, rule]) => rule.monthlyCap !== null)
      await journal.write({
        kind: 'forget',
        at,
        site: named ? site : NAMELESS,
        keep,
        capped: capped.map(([origin]) => origin).join(' '),
      })
      deleted()
      update()
      return null
    },
  }
}
