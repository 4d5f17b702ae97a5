import { isLoopback } from '../../src/spsp/host-rules.ts'
import type {
  BudgetSnapshot,
  ConnectionSnapshot,
  OneTimeSnapshot,
  PageSnapshot,
  Snapshot,
  TagSnapshot,
} from '../../src/wallet/snapshot.ts'
import type { DiagnosticFacts, Stored } from './facts.ts'
import { standInNames } from './stand-in-names.ts'

export interface ReportWishes {
  /** Of pages, of wallets, and the connector's host. */
  readonly withAddresses: boolean
}

/** How sites and wallets are called in one report. */
interface Names {
  readonly site: (origin: string) => string
  /** `host`: what makes two of them the same; `address`: as a page wrote it. */
  readonly wallet: (host: string, address?: string) => string
}

const LONGEST_ADDRESS = 200

/** A page wrote it: it stays in its line. */
const inOneLine = (address: string): string =>
  address.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST_ADDRESS)

const namesFor = ({ withAddresses }: ReportWishes): Names =>
  withAddresses
    ? { site: inOneLine, wallet: (host, address = host) => inOneLine(address) }
    : { site: standInNames('site'), wallet: standInNames('wallet') }

const onOff = (on: boolean): string => (on ? 'on' : 'off')
const momentOf = (at: number): string => new Date(at).toISOString()

/** Never its path, which may name the account. */
const connectorOf = (address: string, { withAddresses }: ReportWishes): string => {
  const url = new URL(address)
  const place = isLoopback(url) ? 'this computer' : 'another computer'
  const path = url.pathname === '/' ? 'no path' : 'a path'
  const host = withAddresses ? `, ${url.host}` : ''
  return `${url.protocol}// to ${place}, with ${path}${host}`
}

/** RFC 15: what an ILP address may begin with. All that follows may name the account. */
const SCHEMES = /^(?:g|private|example|peer|self|test[123]?|local)(?=\.)/

const connectionLines = (connection: ConnectionSnapshot, wishes: ReportWishes): string[] => {
  const { address, ilpAddress, asset, state, reason } = connection
  return [
    `Connection: ${state}${reason === null ? '' : `, ${reason}`}`,
    `Connector: ${connectorOf(address, wishes)}`,
    `ILP scheme: ${SCHEMES.exec(ilpAddress)?.[0] ?? 'none of RFC 15'}`,
    `Asset: ${asset.code}, scale ${asset.scale}`,
  ]
}

const budgetLine = (budget: BudgetSnapshot): string => {
  const { limit, spent, reserved, inDoubt, left, period, renewsAt, renewal } = budget
  const figures = `limit ${limit}, spent ${spent}, on its way ${reserved}, in doubt ${inDoubt}, left ${left}`
  return `Budget: ${figures}; month ${period}, ends ${momentOf(renewsAt)}, renewal ${renewal}`
}

const tagLine = (tag: TagSnapshot, index: number, names: Names): string => {
  const { address, host, redirectedTo, state, reason, packets, sent, delivered } = tag
  // First, so that numbers rise with the lines.
  const name = names.wallet(host ?? address, address)
  const parts = [
    `${state}${reason === null ? '' : `, ${reason}`}`,
    `packets ${packets}`,
    `sent ${sent}`,
    delivered &&
      `delivered ${delivered.amount} (${delivered.asset.code}, scale ${delivered.asset.scale})`,
    redirectedTo !== null && `redirected to ${names.wallet(redirectedTo)}`,
  ]
  return `  ${index + 1}. ${name}: ${parts.filter(Boolean).join('; ')}`
}

const pageLines = (page: PageSnapshot | null, names: Names): string[] => {
  if (page === null) return ['Page: none, or out of reach']
  const { origin, tags, rule, month, otherWallet } = page
  const ruled = `never ${onOff(rule.never)}, rate ${rule.ratePerHour ?? 'of all'}, cap ${rule.monthlyCap ?? 'none'}`
  return [
    `Page: ${names.site(origin)}; ${ruled}; this month ${month.sent}, open ${month.open}`,
    `Another wallet seen: ${otherWallet ? 'yes' : 'no'}`,
    `Tags: ${tags.length}`,
    ...tags.map((tag, index) => tagLine(tag, index, names)),
  ]
}

const oneTimeLine = (payment: OneTimeSnapshot, names: Names): string => {
  const { state, host, amount, sent, inDoubt, reason } = payment
  const figures = `amount ${amount}, sent ${sent}, in doubt ${inDoubt}`
  return `Single payment to ${names.wallet(host)}: ${state}; ${figures}; ${reason ?? 'no reason'}`
}

const JOURNAL_FAULTS = ['book-damaged', 'replaced']

const bookLines = (snapshot: Snapshot, stored: Stored | null): string[] => {
  const { connection, siteCount, pageDays, deletions } = snapshot
  if (connection === null) return ['Journal: none']
  const { reason } = connection
  const state = reason !== null && JOURNAL_FAULTS.includes(reason) ? reason : 'sound'
  return [
    `Journal: ${state}, ${stored ? `${stored.entries} entries` : 'not read'}`,
    `History: ${siteCount ?? 'unread'} sites, ${stored?.days ?? 'unread'} days; pages kept ${pageDays} days; deletions ${deletions}`,
  ]
}

const habitsLine = ({ habits }: Snapshot): string => {
  const { notifications, idlePause, payAudible, siteShare } = habits
  return `Habits: notifications ${onOff(notifications)}, idle pause ${onOff(idlePause)}, audible tabs ${onOff(payAudible)}, warn from ${siteShare} %`
}

const walletLines = (snapshot: Snapshot, stored: Stored | null, wishes: ReportWishes): string[] => {
  const { connection, budget, greedy, oneTime, pausedUntil } = snapshot
  const names = namesFor(wishes)
  return [
    `Setup: ${snapshot.setup}`,
    `Payments: ${onOff(snapshot.payments)}`,
    `Paused: ${pausedUntil === null ? 'no' : `until ${momentOf(pausedUntil)}`}`,
    `Developer mode: ${onOff(snapshot.developerMode)}`,
    `Connections: ${snapshot.connections.length}`,
    ...(connection === null ? ['Connection: none'] : connectionLines(connection, wishes)),
    budget === null ? 'Budget: none' : budgetLine(budget),
    `Rate: ${snapshot.ratePerHour ?? 'none'} an hour; tolerance ${snapshot.rateTolerance / 100} %`,
    habitsLine(snapshot),
    ...bookLines(snapshot, stored),
    '',
    ...pageLines(snapshot.page, names),
    ...(oneTime === null ? [] : [oneTimeLine(oneTime, names)]),
    ...(greedy === null
      ? []
      : [`More than its share: ${names.site(greedy.origin)}, ${greedy.percent} %`]),
  ]
}

/**
 * What helps to find a fault, as plain text in English; amounts in the asset's smallest unit. It holds no token, name of
 * an account or path of a connector, whatever is wished, and addresses only where they are.
 */
export const writeReport = (facts: DiagnosticFacts, wishes: ReportWishes): string => {
  const { surroundings, at, topic, wallet, stored } = facts
  const { version, userAgent, platform, language, timeZone, permissions } = surroundings
  const granted = permissions.map(({ name, granted }) => `${name} ${granted ? 'yes' : 'no'}`)
  return [
    `Tributary: ${version}`,
    `Browser: ${userAgent}`,
    `Platform: ${platform}`,
    `Language: ${language}`,
    `Time: ${momentOf(at)}, ${timeZone}`,
    `Permissions: ${granted.join(', ')}`,
    `Asked about: ${topic ?? 'nothing'}`,
    '',
    ...(typeof wallet === 'string'
      ? [`Wallet: cannot be opened, ${wallet}`]
      : walletLines(wallet, stored, wishes)),
    '',
  ].join('\n')
}
