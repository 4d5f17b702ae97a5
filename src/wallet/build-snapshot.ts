import { endOf } from '../budget/period.ts'
import type { SiteRows } from '../history/site-sums.ts'
import { leftNow, NO_TOTALS, siteNow, totalsNow } from '../ledger/book.ts'
import type { EpochMs } from '../ports/clock.ts'
import type { Engine } from './engine.ts'
import { linkReason } from './link-reason.ts'
import { connectionId, connectionName, connectionsOf } from './connection-list.ts'
import type { MonthOf } from './months.ts'
import { mostPaid, namedSites } from './most-paid.ts'
import { isPaused } from './pause.ts'
import { bookName, type Settings } from './settings.ts'
import type {
  BudgetSnapshot,
  ConnectionSnapshot,
  ListedConnectionSnapshot,
  PageSnapshot,
  OneTimeSnapshot,
  SiteRuleSnapshot,
  SiteSnapshot,
  Snapshot,
  TagSnapshot,
} from './snapshot.ts'
import { decisionFor } from './site-decision.ts'
import { greedySite } from './site-share.ts'
import type { LiveDocument } from './tab-documents.ts'
import { tagState } from './tag-state.ts'

const connectionOf = (settings: Settings, engine: Engine | null): ConnectionSnapshot | null => {
  const { connection } = settings
  if (!connection) return null
  const link = engine?.link.state ?? { kind: 'idle' as const }
  const reason = engine ? linkReason(engine) : 'book-damaged'
  return {
    address: connection.endpoint.url,
    username: connection.endpoint.username,
    asset: connection.account.asset,
    ilpAddress: connection.account.ilpAddress,
    book: bookName(connection),
    state: reason === null ? link.kind : 'failed',
    reason,
    mayRepeat: engine?.link.mayRepeat ?? false,
  }
}

const listOf = (settings: Settings, monthOf: MonthOf, now: EpochMs): ListedConnectionSnapshot[] =>
  connectionsOf(settings).map((connection) => {
    const { endpoint, account, name } = connection
    const month = monthOf(bookName(connection), now)
    return {
      id: connectionId(connection),
      name: connectionName(connection),
      ownName: name,
      address: endpoint.url,
      username: endpoint.username,
      ilpAddress: account.ilpAddress,
      asset: account.asset,
      inUse: connection === settings.connection,
      month: month && { counted: month.counted.toString(), limit: month.limit.toString() },
    }
  })

export const budgetOf = (engine: Engine): BudgetSnapshot | null => {
  const { book } = engine.journal
  if (book.limit === null || book.period === null) return null
  const totals = totalsNow(book)
  return {
    asset: engine.connection.account.asset,
    limit: book.limit.toString(),
    spent: totals.posted.toString(),
    reserved: totals.reserved.toString(),
    inDoubt: totals.inDoubt.toString(),
    left: leftNow(book).toString(),
    period: book.period,
    renewsAt: endOf(book.period),
    renewal: engine.renewal.state,
  }
}

const sitesOf = (rows: SiteRows, most: number): SiteSnapshot[] =>
  mostPaid(rows, most).map(([origin, { posted, inDoubt, delivered }]) => ({
    origin,
    sent: posted.toString(),
    inDoubt: inDoubt.toString(),
    delivered: delivered.map(({ asset, amount }) => ({ asset, amount: amount.toString() })),
  }))

const ruleOf = (settings: Settings, origin: string): SiteRuleSnapshot => {
  const { never, ratePerHour, monthlyCap } = decisionFor(settings, origin)
  return {
    origin,
    never,
    ratePerHour: ratePerHour?.toString() ?? null,
    monthlyCap: monthlyCap?.toString() ?? null,
  }
}

/** Of all sites that have one, by origin. There may be thousands: the same list until one of them changes. */
export const createRulesList = (): ((settings: Settings) => readonly SiteRuleSnapshot[]) => {
  let known: Settings | null = null
  let list: readonly SiteRuleSnapshot[] = []
  return (settings) => {
    const { neverPay, connection } = settings
    if (known?.neverPay !== neverPay || known.connection?.siteRules !== connection?.siteRules) {
      const origins = new Set([...neverPay, ...(connection?.siteRules.keys() ?? [])])
      list = [...origins].sort().map((origin) => ruleOf(settings, origin))
    }
    known = settings
    return list
  }
}

const tagsOf = (document: LiveDocument): TagSnapshot[] =>
  [...document.sessions.values()].map(({ tag, live }) => ({
    address: tag.address,
    host: live.url?.host ?? null,
    redirectedTo: live.redirectedTo,
    ...tagState(live.session),
    sent: live.sent.toString(),
    delivered: live.deliveredIn && {
      asset: live.deliveredIn,
      amount: live.delivered.toString(),
    },
    packets: live.packets,
  }))

/** More would be no list to look at; hostile pages have more frames than that. */
const MOST_SHOWN = 64

const pageOf = (
  settings: Settings,
  engine: Engine | null,
  documents: readonly LiveDocument[],
  untagged: string | null,
): PageSnapshot | null => {
  const barred = documents.filter(({ facts }) => facts.barred)
  const shown = [...documents.filter(({ facts }) => !facts.barred), ...barred]
  const site = shown[0]?.facts.site ?? untagged
  if (site === null) return null
  const { posted, reserved, inDoubt } = engine ? siteNow(engine.journal.book, site) : NO_TOTALS
  return {
    origin: site,
    tags: shown.flatMap(tagsOf).slice(0, MOST_SHOWN),
    rule: ruleOf(settings, site),
    month: { sent: posted.toString(), open: (reserved + inDoubt).toString() },
    otherWallet: documents.some(({ facts }) => facts.otherWallet),
  }
}

export interface SnapshotParts {
  readonly settings: Settings
  readonly engine: Engine | null
  /** Those of the tab that the view speaks of. */
  readonly documents: readonly LiveDocument[]
  /** The site of a tab without any, if it is known. */
  readonly untagged: string | null
  readonly oneTime: OneTimeSnapshot | null
  readonly now: EpochMs
  readonly monthOf: MonthOf
  readonly sites: SiteRows | null
  /** So many of them are listed. */
  readonly mostSites: number
  readonly deletions: number
}

export const buildSnapshot = (parts: SnapshotParts): Snapshot => {
  const { settings, engine, documents, untagged, oneTime, now, sites } = parts
  const budget = engine && budgetOf(engine)
  return {
    setup: !settings.connection ? 'connection' : engine && !budget ? 'budget' : 'done',
    connection: connectionOf(settings, engine),
    developerMode: settings.developerMode,
    payments: settings.payments,
    budget,
    ratePerHour: settings.connection?.ratePerHour.toString() ?? null,
    rateTolerance: settings.rateTolerance,
    sites: sites && sitesOf(sites, parts.mostSites),
    siteCount: sites && namedSites(sites),
    unwritten: engine?.journal.storing ?? false,
    deletions: parts.deletions,
    pageDays: settings.pageDays,
    page: pageOf(settings, engine, documents, untagged),
    oneTime,
    pausedUntil: isPaused(settings.pausedUntil, now) ? settings.pausedUntil : null,
    habits: settings.habits,
    greedy: engine && greedySite(engine.journal.book, settings.habits.siteShare),
    connections: listOf(settings, parts.monthOf, now),
  }
}
