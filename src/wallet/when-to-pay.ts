import { leftFor, leftNow } from '../ledger/book.ts'
import { receiverUnit } from '../pace/pace.ts'
import type { EpochMs } from '../ports/clock.ts'
import type { Reason } from '../reason/reason.ts'
import type { Conditions } from '../session/session.ts'
import type { Engine } from './engine.ts'
import { linkReason } from './link-reason.ts'
import type { LiveSession } from './live-session.ts'
import { isPaused } from './pause.ts'
import type { Presence } from './presence.ts'
import type { Settings } from './settings.ts'
import { ruleFor } from './site-rules.ts'
import type { DocumentFacts } from './tab-documents.ts'

/** What the wallet goes by when it decides whether something may be paid. */
export interface PayingNow {
  readonly settings: Settings
  /** Null: there is no connection, or its book cannot be read. */
  readonly engine: Engine | null
  readonly presence: Presence
  readonly now: EpochMs
}

/** Why a document is not to be paid, whatever its tags say: nothing is asked for it either. */
export const quietReason = (
  { settings, engine, presence, now }: PayingNow,
  { tab, barred, visible, site }: DocumentFacts,
): Reason | null => {
  if (!settings.connection) return 'not-set-up'
  if (!engine) return 'book-damaged'
  if (engine.journal.book.limit === null) return 'not-set-up'
  if (!settings.payments) return 'switched-off'
  if (settings.neverPay.has(site)) return 'never-pay'
  if (isPaused(settings.pausedUntil, now)) return 'paused'
  if (barred) return 'frame-not-allowed'
  const { idlePause, payAudible } = settings.habits
  const audible = presence.audible.has(tab)
  if (!visible && !(payAudible && audible)) return 'hidden'
  // Who listens, or watches a film, is there.
  return idlePause && presence.away && !audible ? 'idle' : null
}

/** Why nothing is granted to a site now, though it may be paid. */
const heldReason = (
  { settings, engine }: PayingNow,
  site: string,
  live: LiveSession | null,
): Reason | null => {
  if (!engine || !settings.connection) return null
  const { state } = engine.renewal
  // The receiver's own answer is about to tell the date.
  if (state !== 'none') return state === 'asking' ? 'clock-jumped' : 'connecting'
  const { ratePerHour, monthlyCap } = ruleFor(settings.connection.siteRules, site)
  if (ratePerHour === 0n) return 'rate-zero-here'
  if ((ratePerHour ?? settings.connection.ratePerHour) === 0n) return 'rate-zero'
  const unit = (live?.payer && receiverUnit(live.payer.rate)) ?? 1n
  const { book } = engine.journal
  if (leftNow(book) < unit) return 'budget-spent'
  return leftFor(book, site, monthlyCap) < unit ? 'site-cap-reached' : null
}

/** `live`: null for a session that is about to begin. */
export const conditionsFor = (
  now: PayingNow,
  facts: DocumentFacts,
  live: LiveSession | null,
): Conditions => {
  const { engine } = now
  const link = engine?.link.state.kind === 'ready' ? 'ready' : 'connecting'
  return {
    quiet: quietReason(now, facts),
    link: (engine && linkReason(engine)) ?? link,
    held: heldReason(now, facts.site, live),
  }
}
