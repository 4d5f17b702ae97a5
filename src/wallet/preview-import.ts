import { isSameAccount } from '../connector/is-same-account.ts'
import type { Asset } from '../money/asset.ts'
import { connectionId, findConnection } from './connection-list.ts'
import { LARGEST_TYPED } from './read-amount.ts'
import { readSettingsFile, withFile, type FileFailure } from './settings-file.ts'
import type { Connection, Settings } from './settings.ts'
import { decisionFor, type SiteDecision } from './site-decision.ts'
import { siteRulesToJson } from './site-rules.ts'

/** One thing that a file of settings would change. Amounts as in snapshots; null: of an account that is new here. */
export type ImportChange =
  | {
      readonly what: 'budget' | 'rate'
      readonly asset: Asset
      readonly from: string | null
      readonly to: string
    }
  | { readonly what: 'connection'; readonly address: string; readonly ilpAddress: string }
  /** It holds another connection, which cannot be taken without its token. */
  | { readonly what: 'no-token'; readonly address: string }
  | { readonly what: 'payments-off' }
  | { readonly what: 'developer-mode'; readonly on: boolean }
  /** Hundredths of a percent. */
  | { readonly what: 'tolerance'; readonly from: number; readonly to: number }
  | { readonly what: 'page-days'; readonly from: number; readonly to: number }
  /** Of pages, what is older than that. */
  | { readonly what: 'pages-go' }
  | { readonly what: RulesCount; readonly count: number }
  /** Of those that are not in use: new, or with another name, rate or rules. */
  | { readonly what: 'connections-kept'; readonly count: number }

/** Sites whose rule is new, another, or gone; `freer`: those among them that could get more than now. */
type RulesCount = 'rules-added' | 'rules-changed' | 'rules-removed' | 'freer'

type Named = Pick<Connection, 'account'>

const isSame = (one: Named | null, other: Named | null): boolean =>
  one === other || (one !== null && other !== null && isSameAccount(one.account, other.account))

const originsOf = ({ neverPay, connection }: Settings): readonly string[] => [
  ...neverPay,
  ...(connection?.siteRules.keys() ?? []),
]

const isSameRule = (one: SiteDecision, other: SiteDecision): boolean =>
  one.never === other.never &&
  one.ratePerHour === other.ratePerHour &&
  one.monthlyCap === other.monthlyCap

const isRule = ({ never, ratePerHour, monthlyCap }: SiteDecision): boolean =>
  never || ratePerHour !== null || monthlyCap !== null

/** A site's rule, and the rate that holds where it has none of its own. */
interface Ruled {
  readonly rule: SiteDecision
  readonly rate: bigint
}

const ruledBy = (settings: Settings, origin: string): Ruled => {
  const rule = decisionFor(settings, origin)
  return { rule, rate: rule.ratePerHour ?? settings.connection?.ratePerHour ?? 0n }
}

const isFreer = ({ rule: before, rate }: Ruled, { rule: after, rate: next }: Ruled): boolean => {
  if (after.never) return false
  if (before.never) return true
  const faster = before.ratePerHour !== after.ratePerHour && next > rate
  const cap = after.monthlyCap
  return faster || (before.monthlyCap !== null && (cap === null || cap > before.monthlyCap))
}

const ruleChanges = (now: Settings, next: Settings): ImportChange[] => {
  const counts = { 'rules-added': 0, 'rules-changed': 0, 'rules-removed': 0, freer: 0 }
  for (const origin of new Set([...originsOf(now), ...originsOf(next)])) {
    const [before, after] = [ruledBy(now, origin), ruledBy(next, origin)]
    if (isSameRule(before.rule, after.rule)) continue
    if (!isRule(before.rule)) counts['rules-added'] += 1
    else if (isRule(after.rule)) counts['rules-changed'] += 1
    else counts['rules-removed'] += 1
    if (isFreer(before, after)) counts.freer += 1
  }
  return (Object.keys(counts) as RulesCount[]).flatMap((what) =>
    counts[what] > 0 ? { what, count: counts[what] } : [],
  )
}

const rulesText = ({ siteRules }: Connection): string => JSON.stringify(siteRulesToJson(siteRules))

/** The one in use now is told of by itself, where it would be kept instead. */
const isOther = (now: Settings, kept: Connection): boolean => {
  const known = findConnection(now, connectionId(kept))
  return (
    known !== now.connection &&
    (known === null ||
      known.name !== kept.name ||
      known.ratePerHour !== kept.ratePerHour ||
      rulesText(known) !== rulesText(kept))
  )
}

/** `limits`: the budget now, and the one that would be set. */
const compareSettings = (
  now: Settings,
  next: Settings,
  limits: { readonly now: bigint | null; readonly next: bigint | null },
): ImportChange[] => {
  const changes: ImportChange[] = []
  const { connection } = next
  const same = isSame(now.connection, connection)
  if (connection && !same) {
    const { endpoint, account } = connection
    changes.push({ what: 'connection', address: endpoint.url, ilpAddress: account.ilpAddress })
  }
  const asset = connection?.account.asset
  const limit = same ? limits.now : null
  if (asset && limits.next !== null && limits.next !== limit)
    changes.push({
      what: 'budget',
      asset,
      from: limit?.toString() ?? null,
      to: limits.next.toString(),
    })
  const rate = same ? now.connection?.ratePerHour : undefined
  if (asset && connection.ratePerHour !== rate)
    changes.push({
      what: 'rate',
      asset,
      from: rate?.toString() ?? null,
      to: connection.ratePerHour.toString(),
    })
  if (now.payments && !next.payments) changes.push({ what: 'payments-off' })
  if (now.developerMode !== next.developerMode)
    changes.push({ what: 'developer-mode', on: next.developerMode })
  if (now.rateTolerance !== next.rateTolerance)
    changes.push({ what: 'tolerance', from: now.rateTolerance, to: next.rateTolerance })
  if (now.pageDays !== next.pageDays)
    changes.push({ what: 'page-days', from: now.pageDays, to: next.pageDays })
  if (now.pageDays > next.pageDays) changes.push({ what: 'pages-go' })
  const others = next.kept.filter((one) => isOther(now, one)).length
  if (others > 0) changes.push({ what: 'connections-kept', count: others })
  return [...changes, ...ruleChanges(now, next)]
}

/** What a file would change, and nothing of it done. `limit`: the budget now. */
export const previewImport = (
  now: Settings,
  limit: bigint | null,
  text: string,
): readonly ImportChange[] | FileFailure => {
  const file = readSettingsFile(text)
  if (typeof file === 'string') return file
  const next = withFile(now, file)
  if (next === null) return 'too-many-connections'
  const { connection, budget } = file
  const taken = connection !== null && isSame(connection, next.connection)
  const limited = taken && budget !== null && budget <= LARGEST_TYPED
  const changes = compareSettings(now, next, { now: limit, next: limited ? budget : null })
  return connection === null || taken
    ? changes
    : [...changes, { what: 'no-token', address: connection.endpoint.url }]
}

/** More could be spent then, or over another connection: whoever takes the file says yes to this by name. */
export const isRaise = (change: ImportChange): boolean => {
  if (['connection', 'freer', 'connections-kept'].includes(change.what)) return true
  if (change.what !== 'budget' && change.what !== 'rate') return false
  return change.from === null || BigInt(change.to) > BigInt(change.from)
}
