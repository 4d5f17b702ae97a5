import type { Reason } from '../reason/reason.ts'
import { budgetOf } from './build-snapshot.ts'
import type { Engine } from './engine.ts'
import type { Habits } from './habits.ts'
import { linkReason } from './link-reason.ts'
import { isPaused } from './pause.ts'
import { greedySite, type SiteShare } from './site-share.ts'
import type { Settings } from './settings.ts'
import type { BudgetSnapshot, TagSnapshot } from './snapshot.ts'
import type { LiveDocument } from './tab-documents.ts'
import { tagState } from './tag-state.ts'
import type { EpochMs } from '../ports/clock.ts'

/** What the toolbar and notices go by: the state of everything at once, and no amounts of single tags. */
export interface Glance {
  /** A connection and a budget are there. */
  readonly ready: boolean
  /** The switch `Payments`. */
  readonly payments: boolean
  readonly pausedUntil: number | null
  /** What holds up the whole wallet; null: nothing, or the link is only not open yet. */
  readonly reason: Reason | null
  /** The connector answers. */
  readonly connected: boolean
  readonly budget: BudgetSnapshot | null
  readonly habits: Habits
  readonly greedy: SiteShare | null
  readonly tabs: ReadonlyMap<number, TabGlance>
}

export interface TabGlance {
  /** Changes with every document that comes or goes, also where the tags are the same. */
  readonly documents: string
  /** Origin of the top document. */
  readonly site: string
  readonly tags: readonly Pick<TagSnapshot, 'state' | 'reason'>[]
}

const tagsOf = ({ sessions }: LiveDocument): TabGlance['tags'] =>
  [...sessions.values()].map(({ live }) => tagState(live.session))

/** Its content script says nothing while it is hidden, so that nothing else keeps the host up. */
export const isPaidHidden = (document: LiveDocument): boolean =>
  !document.facts.visible && tagsOf(document).some(({ state }) => state === 'paying')

const tabsOf = (documents: ReadonlyMap<string, LiveDocument>): Map<number, TabGlance> => {
  const tabs = new Map<number, TabGlance>()
  for (const [name, document] of documents) {
    const before = tabs.get(document.facts.tab)
    tabs.set(document.facts.tab, {
      documents: before ? `${before.documents} ${name}` : name,
      site: document.facts.site,
      tags: [...(before?.tags ?? []), ...tagsOf(document)],
    })
  }
  return tabs
}

export const takeGlance = (
  settings: Settings,
  engine: Engine | null,
  documents: ReadonlyMap<string, LiveDocument>,
  now: EpochMs,
): Glance => {
  const budget = engine && budgetOf(engine)
  const link = engine ? linkReason(engine) : settings.connection ? 'book-damaged' : null
  return {
    ready: settings.connection !== null && (engine === null || budget !== null),
    payments: settings.payments,
    pausedUntil: isPaused(settings.pausedUntil, now) ? settings.pausedUntil : null,
    reason: link ?? (budget?.renewal === 'asking' ? 'clock-jumped' : null),
    connected: engine?.link.state.kind === 'ready',
    budget,
    habits: settings.habits,
    greedy: engine && greedySite(engine.journal.book, settings.habits.siteShare),
    tabs: tabsOf(documents),
  }
}
