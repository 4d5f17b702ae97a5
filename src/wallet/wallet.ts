import { leftFor, leftNow } from '../ledger/book.ts'
import type { Terms } from '../meter/terms.ts'
import { TICK_MS } from '../pace/pace.ts'
import type { Cancel } from '../ports/clock.ts'
import type { HttpGet } from '../ports/http-get.ts'
import type { SettingsStore } from '../ports/settings-store.ts'
import type { Reason } from '../reason/reason.ts'
import { withPatience } from '../spsp/patience.ts'
import { queueQueries } from '../spsp/query-queue.ts'
import type { Payer } from '../stream/open-payer.ts'
import { buildSnapshot, createRulesList } from './build-snapshot.ts'
import { createCommands, type WalletCommands } from './commands.ts'
import { startEngine, type Engine, type EnginePorts } from './engine.ts'
import { isPaidHidden, takeGlance, type Glance } from './glance.ts'
import { forgetOldPages } from './history-commands.ts'
import { createLiveSession, type LiveSession } from './live-session.ts'
import { findOneTimeTarget } from './one-time-target.ts'
import { createMonths } from './months.ts'
import { createOneTime, type OneTimeTarget } from './one-time.ts'
import { openBook, type OpenBook } from './open-book.ts'
import { isPaused } from './pause.ts'
import { PRESENT, type Presence } from './presence.ts'
import { withNewestBook } from './repair-book.ts'
import {
  bookName,
  DEFAULT_SETTINGS,
  settingsFromJson,
  settingsToJson,
  type Settings,
} from './settings.ts'
import { ruleFor, type SiteRule } from './site-rules.ts'
import type { SiteRuleSnapshot, Snapshot } from './snapshot.ts'
import {
  countTags,
  screenTag,
  type DocumentFacts,
  type LiveDocument,
  type Tag,
} from './tab-documents.ts'
import type { TagNews } from './tag-news.ts'
import { createWatchedSites } from './watched-sites.ts'
import { conditionsFor, quietReason, type PayingNow } from './when-to-pay.ts'

export interface WalletPorts extends EnginePorts {
  readonly httpGet: HttpGet
  readonly settings: SettingsStore
}

export interface WalletEvents {
  /** For the page's document alone. */
  readonly onNews: (document: string, tag: string, news: TagNews) => void
  /** Snapshots are different from now on. */
  readonly onChange: () => void
  /** What was written is on the disk: views of the history that lagged behind have more to read. */
  readonly onStored?: () => void
}

/** The whole wallet: facts and commands in, snapshots and news out. */
export interface Wallet {
  /** The whole truth about a document's tags; `document` is the shell's name for it. */
  setDocument(document: string, facts: DocumentFacts): void
  removeDocument(document: string): void
  /** `untagged`: the origin that the tab shows, where none of its documents has a tag; `mostSites`: that many are listed. */
  snapshot(tab: number | null, untagged?: string | null, mostSites?: number): Snapshot
  /** Snapshots have sites until what this gives is called. */
  watchSites(): () => void
  /** All rules about sites, by origin; the same list until one of them changes. */
  siteRules(): readonly SiteRuleSnapshot[]
  glance(): Glance
  setPresence(next: Presence): void
  readonly commands: WalletCommands
  /** An answer from the network is waited for, or could come: the host must not be stopped. */
  readonly busy: boolean
}

/** Reads settings and book; resolves when both are known. */
export const createWallet = async (ports: WalletPorts, events: WalletEvents): Promise<Wallet> => {
  const { clock } = ports
  const askFor = queueQueries(withPatience(ports.httpGet, clock), clock)
  const documents = new Map<string, LiveDocument>()
  const books = new Map<string, OpenBook>()
  const months = createMonths(ports.mirrors, books)
  let settings: Settings = DEFAULT_SETTINGS
  let engine: Engine | null = null
  let cancelTick: Cancel | null = null
  /** Those that a beat has taken account of. */
  const heard = new WeakSet<Payer>()
  let cancelPause: Cancel | null = null
  let presence = PRESENT
  const rulesOf = createRulesList()
  const watchedSites = createWatchedSites(() => events.onChange())
  let deletions = 0

  const sessions = (): LiveSession[] =>
    [...documents.values()].flatMap(({ sessions }) =>
      [...sessions.values()].map(({ live }) => live),
    )

  const ruleOf = (site: string): SiteRule => ruleFor(settings.connection?.siteRules, site)
  const termsOf = (site: string): Terms => ({
    toll: (amount) => {
      const own = ruleOf(site).ratePerHour !== null
      return engine?.paces.toll(clock.mono(), site, own, amount) ?? Infinity
    },
    cap: () => ruleOf(site).monthlyCap,
  })

  const payingNow = (): PayingNow => ({ settings, engine, presence, now: clock.wall() })

  let updating = false
  let again = false
  /** Brings every session, the socket and the clockwork in line with what is true now. */
  const update = (): void => {
    again = true
    if (updating) return
    updating = true
    while (again) {
      again = false
      renew()
      for (const { facts, sessions } of documents.values()) {
        for (const { live } of sessions.values()) {
          live.update(conditionsFor(payingNow(), facts, live))
        }
      }
    }
    oneTime.update((tab) => shownIn(tab).length > 0)
    updating = false
    const wanting = sessions().filter(({ session }) => {
      const { phase, conditions } = session
      return phase === 'resting' || (phase !== 'stopped' && conditions.quiet === null)
    })
    engine?.need(wanting.length > 0 || oneTime.busy)
    awaitPauseEnd()
    // The first payment to anybody does not wait for a beat.
    const unheard = sessions().some(({ payer }) => payer && !heard.has(payer))
    if (!cancelTick || unheard) tick()
    events.onChange()
  }
  const renew = (): void => {
    engine?.renewal.roll()
  }
  const awaitPauseEnd = (): void => {
    const { pausedUntil } = settings
    const now = clock.wall()
    cancelPause?.()
    cancelPause = isPaused(pausedUntil, now) ? clock.after(pausedUntil - now, update) : null
  }

  /** One beat: whoever may be paid gets its share of the one rate. */
  const tick = (): void => {
    const open = [...documents.values()].flatMap(({ facts, sessions }) =>
      [...sessions.values()].flatMap(({ live: { id, payer, session } }) =>
        payer ? [{ id, payer, facts, held: session.conditions.held }] : [],
      ),
    )
    if (open.length === 0 || !engine) return
    const { book } = engine.journal
    const payable = open
      .filter(({ held }) => held === null)
      .map(({ id, payer, facts: { tab, site } }) => {
        const { ratePerHour, monthlyCap } = ruleOf(site)
        const left = leftFor(book, site, monthlyCap)
        return { id, page: String(tab), rate: payer.rate, site, ownRate: ratePerHour, left, payer }
      })
    const grants = engine.paces.tick(
      clock.mono(),
      engine.connection.ratePerHour,
      payable.filter(({ payer }) => !payer.busy),
      payable.filter(({ payer }) => payer.busy),
      leftNow(book),
    )
    // Before the grants: one that ends its session brings everything in line again, and there is one beat.
    for (const { payer } of open) heard.add(payer)
    cancelTick ??= clock.after(TICK_MS, () => {
      cancelTick = null
      update()
    })
    for (const { id, amount } of grants) {
      payable.find((live) => live.id === id)?.payer.grant(amount)
    }
  }

  const shownIn = (tab: number): LiveDocument[] =>
    [...documents.values()].filter(({ facts }) => facts.tab === tab)
  /** Whoever pays by hand may look elsewhere meanwhile. */
  const barredReason = (facts: DocumentFacts): Reason | null =>
    quietReason(payingNow(), { ...facts, visible: true })
  const oneTime = createOneTime({
    clock,
    engine: () => engine,
    find: (tab, site) => findOneTimeTarget(shownIn(tab), site, barredReason),
    stopReason(tab, { live }: OneTimeTarget) {
      const shown = shownIn(tab).find(({ sessions }) =>
        [...sessions.values()].some((one) => one.live === live),
      )
      return shown ? barredReason(shown.facts) : 'page-left'
    },
    cap: (site) => ruleOf(site).monthlyCap,
    update: () => update(),
  })

  const createTag = (
    document: string,
    facts: DocumentFacts,
    tag: Tag,
    before: number,
  ): LiveSession => {
    const rules = { loopback: settings.developerMode }
    const { url, refusal } = screenTag(tag, rules, facts.policies ?? [], before)
    return createLiveSession(
      {
        id: `${document}/${tag.id}`,
        url,
        refusal,
        site: facts.site,
        // A last packet may be posted when the document is gone.
        page: () =>
          (settings.pageDays > 0 && (documents.get(document)?.facts ?? facts).page) || null,
        terms: termsOf(facts.site),
        rules,
        policies: () => documents.get(document)?.facts.policies ?? [],
        clock,
        random: ports.random,
        httpGet: askFor(facts.tab),
        engine: () => engine,
        rateTolerance: () => settings.rateTolerance,
        tell: (news) => events.onNews(document, tag.id, news),
        changed: () => {
          if (!updating) update()
        },
      },
      conditionsFor(payingNow(), { ...facts, visible: false }, null),
    )
  }

  /** No frame that may not be paid takes a place from one that may. */
  const tagsBefore = (tab: number): number =>
    countTags([...documents.values()].filter(({ facts }) => facts.tab === tab && !facts.barred))

  const setDocument = (name: string, facts: DocumentFacts): void => {
    const document: LiveDocument = documents.get(name) ?? { facts, sessions: new Map() }
    // Tags that were barred have not been counted among those that are live.
    const freed = document.facts.barred && !facts.barred
    const wanted = new Set(freed ? [] : facts.tags.map(({ id }) => id))
    for (const [id, { live }] of document.sessions) {
      if (wanted.has(id)) continue
      live.drop()
      document.sessions.delete(id)
    }
    document.facts = facts
    documents.set(name, document)
    for (const tag of facts.tags) {
      if (document.sessions.has(tag.id)) continue
      const live = createTag(name, facts, tag, tagsBefore(facts.tab))
      document.sessions.set(tag.id, { tag, live })
    }
    update()
  }
  const removeDocument = (name: string): void => {
    for (const { live } of documents.get(name)?.sessions.values() ?? []) live.drop()
    documents.delete(name)
    update()
  }

  const startOn = async (next: Settings): Promise<void> => {
    engine?.retire()
    engine = null
    settings = next
    watchedSites.use(null)
    if (!next.connection) return
    const name = bookName(next.connection)
    try {
      const book =
        books.get(name) ??
        (await openBook(ports, name, { onStopped: update, onStored: () => events.onStored?.() }))
      books.set(name, book)
      engine = startEngine(ports, next.connection, book, { onLink: update, onFault: update })
      watchedSites.use(book.journal)
    } catch {
      // The book cannot be read: nothing is paid, and the snapshot says so.
      engine = null
    }
  }
  /** Sessions begin anew: what they were allowed, or from which account, has changed. */
  const restartSessions = (): void => {
    const all = [...documents]
    for (const [name] of all) removeDocument(name)
    for (const [name, { facts }] of all) setDocument(name, facts)
  }
  const sameAccount = (next: Settings): boolean =>
    settings.connection?.account === next.connection?.account &&
    settings.connection?.repairs === next.connection?.repairs &&
    settings.connection?.token === next.connection?.token
  const adopt = (next: Settings): void => {
    settings = next
    if (engine && next.connection) engine = { ...engine, connection: next.connection }
    update()
  }
  const changeInTurn = async (alter: (now: Settings) => Settings): Promise<void> => {
    const next = alter(settings)
    const same = sameAccount(next)
    if (same) adopt(next)
    await ports.settings.save(settingsToJson(next))
    if (!same) {
      for (const live of sessions()) live.drop()
      // What was ordered at once meanwhile holds here, too.
      await startOn(alter(settings))
      restartSessions()
    }
    // Last: nobody's payments wait for what is there to be looked at.
    await months.read(settings.kept)
    update()
  }
  let lastChange: Promise<void> = Promise.resolve()
  /** One after the other: two popups may order something at the same time. */
  const changeSettings = (alter: (now: Settings) => Settings): Promise<void> => {
    const { developerMode } = settings
    const next = alter(settings)
    // At once: who switches payments off does not wait for a disk.
    if (sameAccount(next)) adopt(next)
    if (developerMode !== settings.developerMode) restartSessions()
    const mine = lastChange.then(() => changeInTurn(alter))
    lastChange = mine.catch(() => {})
    return mine
  }

  const settled = () => Promise.all([...books.values()].map(({ journal }) => journal.settled()))

  const stored = settingsFromJson(await ports.settings.load())
  const { connection } = stored
  await startOn({
    ...stored,
    connection: connection && (await withNewestBook(ports.mirrors, connection)),
  })
  renew()
  // Nothing waits for these; what fails is done at the next start.
  void months.read(stored.kept).then(update)
  forgetOldPages({ ports, settled, settings: () => settings }).catch(() => {})
  return {
    setDocument,
    removeDocument,
    snapshot(tab, untagged = null, mostSites = Infinity) {
      renew()
      const shown = tab === null ? [] : shownIn(tab)
      const paidOnce = tab === null ? null : oneTime.result(tab)
      return buildSnapshot({
        settings,
        engine,
        documents: shown,
        untagged,
        oneTime: paidOnce,
        now: clock.wall(),
        monthOf: months.of,
        sites: watchedSites.rows,
        mostSites,
        deletions,
      })
    },
    watchSites: () => watchedSites.watch(),
    glance: () => takeGlance(settings, engine, documents, clock.wall()),
    setPresence(next) {
      presence = next
      update()
    },
    siteRules: () => rulesOf(settings),
    commands: createCommands({
      ports,
      settings: () => settings,
      engine: () => engine,
      oneTime,
      change: changeSettings,
      settled,
      update,
      deleted: () => (deletions += 1),
    }),
    get busy() {
      // The connection before this one may still wait for an answer, too.
      if (oneTime.busy || [...books.values()].some(({ meter }) => meter.inFlight > 0)) return true
      return [...documents.values()].some(isPaidHidden)
    },
  }
}
