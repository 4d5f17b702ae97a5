import type { AnsweredOtherwise } from '../../src/wallet/connection-commands.ts'
import type { ImportChange } from '../../src/wallet/preview-import.ts'
import type { Reason } from '../../src/reason/reason.ts'
import type { SiteRuleSnapshot, Snapshot } from '../../src/wallet/snapshot.ts'
import type { Unusable } from './unusable.ts'

/** Name of the port that the popup opens. */
export const POPUP_PORT = 'popup'

/** Sites in a snapshot of a view that does not want all: there may be thousands, ten times a second. */
export const FEW_SITES = 6

/** What each command carries. Amounts are typed by people: major units, as text. */
export interface Commands {
  /** First run, step 1: try this connector and keep it if it answers. */
  connect: { address: string; username: string; token: string; developerMode: boolean }
  /** First run, step 2: set the budget and begin. */
  start: { budget: string }
  setPayments: { on: boolean }
  setBudget: { budget: string }
  setRate: { perHour: string }
  setRateTolerance: { percent: string }
  setDeveloperMode: { on: boolean }
  /** Take the connection away; its book stays. */
  forgetConnection: Record<string, never>
  /** The connector gives another account than last time: go on with it (a book of its own). */
  acceptAccount: Record<string, never>
  /** The date is right although the clock has jumped. */
  confirmDate: Record<string, never>
  /** The book is damaged or lost: begin a new one, with this month's spending carried over. */
  repairBook: Record<string, never>
  /** Pays the page that the port watches, if it is still one of this site. Answered when it is over. */
  payOnce: { origin: string; amount: string }
  /** All rules for one site, addressed by its origin. Amounts as above; empty: none. */
  setSiteRule: { origin: string; never: boolean; perHour: string; monthlyCap: string }
  /** '0', '30', '90' or '365'. */
  setPageDays: { days: string }
  /** `what`: 'site', 'pages' or 'all'. */
  forgetHistory: { what: string; site: string }
  /** By the id that the snapshot has. */
  testConnection: { id: string }
  /** A file of settings: all of it or nothing. */
  importSettings: { text: string }
  /** For an hour; `setPayments` ends it. */
  pause: Record<string, never>
  setNotifications: { on: boolean }
  setIdlePause: { on: boolean }
  setPayAudible: { on: boolean }
  /** Warn where one site takes more than this of the month. */
  setSiteShare: { percent: string }
  /** One more; `use`: in the place of the one in use, which is kept. */
  addConnection: { address: string; username: string; token: string; use: boolean }
  useConnection: { id: string }
  renameConnection: { id: string; name: string }
  /** Its book stays. */
  removeConnection: { id: string }
  /** One change of the rules of these sites, all or nothing: `change` and `amount` as in SiteRulesInput. */
  setSiteRules: { origins: string; change: string; amount: string }
}

export type CommandName = keyof Commands

export type FromPopup =
  | { readonly kind: 'watch'; readonly tabId: number | null }
  /** Snapshots have sites from now on: all of them, or the first few. */
  | { readonly kind: 'sites'; readonly all: boolean }
  /** Give me the book as it lies on the disk. */
  | { readonly kind: 'export'; readonly id: string }
  /** Give me the rules of all sites. */
  | { readonly kind: 'rules'; readonly id: string }
  /** Give me the settings as a file; answered like `export`. */
  | { readonly kind: 'export-settings'; readonly id: string; readonly withToken: boolean }
  /** What would this file of settings change? */
  | { readonly kind: 'preview-import'; readonly id: string; readonly text: string }
  | {
      [Name in CommandName]: {
        readonly kind: 'command'
        /** Made by the popup; answers carry it. */
        readonly id: string
        readonly name: Name
        readonly payload: Commands[Name]
      }
    }[CommandName]

export type AmountField = 'budget' | 'perHour' | 'percent' | 'monthlyCap' | 'amount'

/** Why a command changed nothing. `field` is where the interface shows it. */
export type CommandFailure =
  | { readonly code: 'address-malformed' | 'address-insecure'; readonly field: 'address' }
  | { readonly code: 'token-missing' | 'token-refused'; readonly field: 'token' }
  | { readonly code: 'amount-malformed'; readonly field: AmountField }
  /** More digits after the point than the asset has. */
  | {
      readonly code: 'amount-too-fine'
      readonly field: AmountField
      readonly scale: number
    }
  | { readonly code: 'amount-too-large'; readonly field: AmountField }
  | { readonly code: 'tolerance-too-large' | 'share-out-of-range'; readonly field: 'percent' }
  | { readonly code: 'unreachable' | 'no-asset' | 'not-a-connector'; readonly field: 'address' }
  | (AnsweredOtherwise & { readonly field: 'address' })
  /** `origin` is the exact string that the connector's operator has to allow. */
  | { readonly code: 'origin-refused'; readonly field: 'address'; readonly origin: string }
  | { readonly code: 'origin-malformed' | 'too-many-rules'; readonly field: 'origin' }
  | {
      readonly code: 'amount-zero' | 'beyond-budget' | 'beyond-site-cap'
      readonly field: 'amount'
    }
  | { readonly code: 'already-paying' | 'page-changed'; readonly field: null }
  | { readonly code: 'not-payable'; readonly field: null; readonly reason: Reason }
  | {
      readonly code: 'import-malformed' | 'import-too-large' | 'import-newer'
      readonly field: 'file'
    }
  | { readonly code: 'other-account'; readonly field: 'address' }
  | { readonly code: 'too-many-connections'; readonly field: 'address' | 'file' }
  | { readonly code: 'name-too-long'; readonly field: 'name' }
  | { readonly code: 'not-now'; readonly field: null }

export type ToPopup =
  /** There is no wallet: nothing else is said or heard on this port. */
  | { readonly kind: 'unusable'; readonly why: Unusable }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'answer'; readonly id: string; readonly failure: CommandFailure | null }
  /** The book as JSON; null where there is no connection, and so no book. */
  | { readonly kind: 'exported'; readonly id: string; readonly text: string | null }
  /** By origin. A port that asked once is told again whenever they change. */
  | { readonly kind: 'rules'; readonly id: string; readonly rules: readonly SiteRuleSnapshot[] }
  | {
      readonly kind: 'import-preview'
      readonly id: string
      readonly changes: readonly ImportChange[] | CommandFailure
    }
