import { isSameAccount } from '../connector/is-same-account.ts'
import { parseAmount, type AmountFailure } from '../money/parse-amount.ts'
import { sourceUnits } from '../money/units.ts'
import type { EpochMs } from '../ports/clock.ts'
import type { CommandContext } from './command-context.ts'
import { createConnectionCommands, isSame, type ConnectionCommands } from './connection-commands.ts'
import { exportBook } from './export-book.ts'
import type { Habits } from './habits.ts'
import type { OneTimeFailure } from './one-time.ts'
import { LARGEST_TYPED, readAmount } from './read-amount.ts'
import { PAUSE_MS } from './pause.ts'
import { previewImport, type ImportChange } from './preview-import.ts'
import { countRepairs, repairBook } from './repair-book.ts'
import { createHistoryCommands, forgetOldPages, type HistoryCommands } from './history-commands.ts'
import {
  readSettingsFile,
  withFile,
  writeSettingsFile,
  type ConnectionInFile,
  type FileFailure,
} from './settings-file.ts'
import { LARGEST_TOLERANCE } from './settings.ts'
import { setSiteRule, type SiteRuleFailure, type SiteRuleInput } from './site-rule-command.ts'
import { withDecisions } from './site-decision.ts'
import { setSiteRules, type SiteRulesFailure, type SiteRulesInput } from './site-rules-command.ts'
import { readOrigin } from './site-rules.ts'

/** What people may tell the wallet to do. Each resolves with why it changed nothing, or null. */
export interface WalletCommands extends ConnectionCommands, HistoryCommands {
  /** Sets the budget, in major units of the connector's asset, and switches payments on. */
  start(budget: string): Promise<AmountFailure | 'not-now' | null>
  setBudget(budget: string): Promise<AmountFailure | 'not-now' | null>
  /** Major units an hour. */
  setRate(perHour: string): Promise<AmountFailure | 'not-now' | null>
  /** How far an exchange rate may fall before a site is no longer paid, in percent. */
  setRateTolerance(percent: string): Promise<AmountFailure | 'tolerance-too-large' | null>
  /** What is to hold for a site, whichever tab shows it. */
  setSiteRule(input: SiteRuleInput): Promise<SiteRuleFailure | null>
  setSiteRules(input: SiteRulesInput): Promise<SiteRulesFailure | null>
  /**
   * Pays the page of this site that the tab shows, once, an amount in major units. Resolves when it is over; the
   * snapshot tells how it ended.
   */
  payOnce(tab: number, site: string, amount: string): Promise<OneTimeFailure | null>
  setPayments(on: boolean): Promise<null>
  setDeveloperMode(on: boolean): Promise<null>
  /** Pays nobody for an hour; `setPayments` ends it, whichever way. */
  pause(): Promise<null>
  /** Leaves the site's amounts as they are. */
  neverPay(origin: string): Promise<null>
  setHabits(change: Partial<Omit<Habits, 'siteShare'>>): Promise<null>
  /** Percent of the month that one site may take before the user is warned; 100 never warns. */
  setSiteShare(percent: string): Promise<'amount-malformed' | 'share-out-of-range' | null>
  /** The date is right although the clock has jumped: the new month begins. */
  confirmDate(): Promise<'not-now' | null>
  /**
   * The one repair of a book that is damaged or lost: a new one, in which this month counts as spent up to
   * the larger of what the old one and its mirror say. The old one is kept as it is.
   */
  repairBook(): Promise<'not-now' | null>
  /** The book as it lies on the disk, as JSON; null where no connection is set up. */
  exportBook(): Promise<string | null>
  /** The settings as a file. */
  exportSettings(withToken: boolean): Promise<string>
  importSettings(text: string): Promise<FileFailure | null>
  /** What `importSettings` would change. */
  previewImport(text: string): readonly ImportChange[] | FileFailure
}

export const createCommands = (context: CommandContext): WalletCommands => {
  const { ports, settings, engine, change } = context

  const readTyped = (text: string) => readAmount(text, settings().connection?.account.asset)
  const writeLimit = async (text: string): Promise<AmountFailure | 'not-now' | null> => {
    const limit = readTyped(text)
    const journal = engine()?.journal
    if (typeof limit === 'string') return limit
    if (journal?.state !== 'sound') return 'not-now'
    await journal.write({ kind: 'limit', at: ports.clock.wall(), limit })
    return null
  }
  return {
    ...createConnectionCommands(context),
    async setBudget(budget) {
      const failure = await writeLimit(budget)
      if (failure === null) context.update()
      return failure
    },
    async start(budget) {
      const failure = await writeLimit(budget)
      if (failure === null) await change((now) => ({ ...now, payments: true }))
      return failure
    },
    async setRate(perHour) {
      const ratePerHour = readTyped(perHour)
      const { connection } = settings()
      if (typeof ratePerHour === 'string') return ratePerHour
      if (!connection) return 'not-now'
      // The amount was read in this connection's asset.
      await change((now) =>
        now.connection === connection
          ? { ...now, connection: { ...connection, ratePerHour } }
          : now,
      )
      return null
    },
    async setRateTolerance(percent) {
      const hundredths = parseAmount(percent, 2)
      if (typeof hundredths === 'string') return hundredths
      if (hundredths > BigInt(LARGEST_TOLERANCE)) return 'tolerance-too-large'
      await change((now) => ({ ...now, rateTolerance: Number(hundredths) }))
      return null
    },
    payOnce: (tab, site, amount) => context.oneTime.pay(tab, site, amount),
    setSiteRule: (input) => setSiteRule(settings, change, input),
    setSiteRules: (input) => setSiteRules(settings, change, input),
    async setPayments(on) {
      await change((now) => ({ ...now, payments: on, pausedUntil: null }))
      return null
    },
    async setDeveloperMode(on) {
      await change((now) => ({ ...now, developerMode: on }))
      return null
    },
    async pause() {
      const pausedUntil = (ports.clock.wall() + PAUSE_MS) as EpochMs
      await change((now) => ({ ...now, pausedUntil }))
      return null
    },
    async neverPay(text) {
      const origin = readOrigin(text)
      if (origin === null) return null
      await change((now) => withDecisions(now, [origin], (its) => ({ ...its, never: true })) ?? now)
      return null
    },
    async setHabits(habits) {
      await change((now) => ({ ...now, habits: { ...now.habits, ...habits } }))
      return null
    },
    async setSiteShare(percent) {
      const share = parseAmount(percent, 0)
      if (typeof share === 'string') return 'amount-malformed'
      if (share < 1n || share > 100n) return 'share-out-of-range'
      await change((now) => ({ ...now, habits: { ...now.habits, siteShare: Number(share) } }))
      return null
    },
    // A command like the others, although it has nothing to wait for.
    // eslint-disable-next-line @typescript-eslint/require-await
    async confirmDate() {
      const renewal = engine()?.renewal
      if (!renewal || renewal.state === 'none') return 'not-now'
      renewal.confirm()
      context.update()
      return null
    },
    async exportBook() {
      const { connection } = settings()
      return connection && exportBook(ports, connection)
    },
    ...createHistoryCommands(context),
    // A command like the others, although it has nothing to wait for.
    // eslint-disable-next-line @typescript-eslint/require-await
    async exportSettings(withToken) {
      const limit = engine()?.journal.book.limit ?? null
      return writeSettingsFile(settings(), { withToken, now: new Date(ports.clock.wall()), limit })
    },
    previewImport: (text) => previewImport(settings(), engine()?.journal.book.limit ?? null, text),
    async importSettings(text) {
      const file = readSettingsFile(text)
      if (typeof file === 'string') return file
      const withBook = async (one: ConnectionInFile) => ({
        ...one,
        repairs: await countRepairs(ports.mirrors, one.account),
      })
      const connection = file.connection && (await withBook(file.connection))
      const kept = await Promise.all(file.kept.map(withBook))
      const found = { ...file, connection, kept }
      if (!withFile(settings(), found)) return 'too-many-connections'
      await change((now) => withFile(now, found) ?? now)
      await forgetOldPages(context)
      const journal = engine()?.journal
      const { budget } = file
      const ours =
        connection &&
        journal?.state === 'sound' &&
        isSameAccount(settings().connection?.account ?? connection.account, connection.account)
      if (ours && budget !== null && budget <= LARGEST_TYPED)
        await journal.write({ kind: 'limit', at: ports.clock.wall(), limit: sourceUnits(budget) })
      context.update()
      return null
    },
    async repairBook() {
      const { connection } = settings()
      const damaged = connection !== null && (engine()?.journal.state ?? 'damaged') === 'damaged'
      if (!damaged) return 'not-now'
      const repaired = await repairBook(ports, connection)
      await change((now) => (isSame(now, connection) ? { ...now, connection: repaired } : now))
      return null
    },
  }
}
