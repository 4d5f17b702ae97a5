import { isSameAccount } from '../connector/is-same-account.ts'
import { parseEndpoint, transportOf } from '../connector/endpoint.ts'
import { isFault, type LinkFailure, type Seen } from '../connector/link-failure.ts'
import { lookAt } from '../connector/look-at.ts'
import { openLink } from '../connector/open-link.ts'
import type { OpenedLink } from '../connector/opened-link.ts'
import { sameAsset } from '../money/asset.ts'
import { Secret } from '../secret/secret.ts'
import type { CommandContext } from './command-context.ts'
import {
  connectionId,
  findConnection,
  hasRoomFor,
  knownAs,
  withConnection,
  withInUse,
  withTried,
} from './connection-list.ts'
import { countRepairs, withNewestBook } from './repair-book.ts'
import { defaultRate, LONGEST_NAME, type Connection, type Settings } from './settings.ts'

export type ConnectFailure =
  | 'address-malformed'
  | 'address-insecure'
  | 'token-missing'
  | 'unreachable'
  | 'too-many-connections'
  | Exclude<LinkFailure, 'connector-unreachable'>
  | AnsweredOtherwise

/** Something else than a connector is there, and this is what it answered. */
export interface AnsweredOtherwise {
  readonly code: 'answered-otherwise'
  readonly seen: Seen
}

interface ConnectionInput {
  readonly address: string
  readonly username: string
  readonly token: string
}

/** Ids are those of the snapshot's `connections`. */
export interface ConnectionCommands {
  /** Tries the connector, and uses it if it answers. Payments stay off until a budget is set. */
  connect(input: ConnectionInput & { developerMode: boolean }): Promise<ConnectFailure | null>
  /**
   * Tries the connector, and keeps it beside the others if it answers. One that is kept already gets the new token.
   * `use`: it is in use from now on; payments are off then if it is a new one.
   */
  addConnection(input: ConnectionInput & { use: boolean }): Promise<ConnectFailure | null>
  /**
   * Uses another one that is kept. When this resolves nothing is granted any more over the one before; what is on
   * its way there ends in its own book. Budget, rate and rules of both stay as they were.
   */
  useConnection(id: string): Promise<'not-now' | null>
  /** Empty: a name made of its address. */
  renameConnection(id: string, name: string): Promise<'name-too-long' | 'not-now' | null>
  /** The book stays. The one in use can go only if it is the last one. */
  removeConnection(id: string): Promise<'not-now' | null>
  /** Takes the one in use away; its book stays. */
  forgetConnection(): Promise<null>
  /** Goes on with the account that the connector gives now. */
  acceptAccount(): Promise<'not-now' | null>
  /** Does the connector still know us, as the same account? */
  testConnection(id: string): Promise<ConnectFailure | 'not-now' | 'other-account' | null>
}

/** The connection was neither forgotten nor replaced meanwhile. */
export const isSame = (now: Settings, { token }: Connection): boolean =>
  now.connection?.token === token

const forgetInUse = (now: Settings): Settings => ({ ...now, connection: null, payments: false })

const isFailure = (outcome: object | ConnectFailure): outcome is ConnectFailure =>
  typeof outcome === 'string' || 'code' in outcome

export const createConnectionCommands = ({
  ports,
  settings,
  engine,
  change,
}: CommandContext): ConnectionCommands => {
  const tryConnector = async ({
    endpoint,
    token,
  }: Pick<Connection, 'endpoint' | 'token'>): Promise<OpenedLink | ConnectFailure> => {
    const { clock, openSocket, httpPost, httpGet } = ports
    const link = await openLink({
      clock,
      openSocket,
      httpPost,
      endpoint,
      token,
      onPrepare: () => Promise.resolve(null),
      onFulfill: () => {},
    })
    if (!isFault(link)) return link
    const { reason } = link
    if (reason !== 'connector-unreachable' && reason !== 'not-a-connector') return reason
    const nothing = reason === 'connector-unreachable' && transportOf(endpoint) === 'btp'
    const seen = nothing ? await lookAt(httpGet, endpoint) : link.seen
    if (seen) return { code: 'answered-otherwise', seen }
    return reason === 'connector-unreachable' ? 'unreachable' : reason
  }
  const tryInput = async (input: ConnectionInput): Promise<Connection | ConnectFailure> => {
    const parsed = parseEndpoint(input)
    if (typeof parsed === 'string') return parsed
    const token = new Secret(parsed.token)
    const link = await tryConnector({ endpoint: parsed.endpoint, token })
    if (isFailure(link)) return link
    link.close()
    const { account } = link
    const tried = {
      endpoint: parsed.endpoint,
      token,
      account,
      ratePerHour: defaultRate(account.asset),
      repairs: await countRepairs(ports.mirrors, account),
      siteRules: new Map(),
      name: '',
    }
    return hasRoomFor(settings(), tried) ? tried : 'too-many-connections'
  }
  return {
    async connect({ developerMode, ...input }) {
      const tried = await tryInput(input)
      if (isFailure(tried)) return tried
      await change((now) => ({ ...withTried(now, tried, true), developerMode, payments: false }))
      return null
    },
    async addConnection({ use, ...input }) {
      const tried = await tryInput(input)
      if (isFailure(tried)) return tried
      await change((now) => ({
        ...withTried(now, tried, use),
        payments: now.payments && (!use || knownAs(now, tried) !== null),
      }))
      return null
    },
    async useConnection(id) {
      const wanted = findConnection(settings(), id)
      if (!wanted) return 'not-now'
      const { repairs } = await withNewestBook(ports.mirrors, wanted)
      await change((now) => {
        const next = findConnection(now, id)
        if (next === null || next === now.connection) return now
        return withInUse(now, { ...next, repairs: Math.max(next.repairs, repairs) })
      })
      return null
    },
    async renameConnection(id, text) {
      const name = text.trim().replaceAll(/\s+/g, ' ')
      if (name.length > LONGEST_NAME) return 'name-too-long'
      if (!findConnection(settings(), id)) return 'not-now'
      await change((now) => withConnection(now, id, (one) => ({ ...one, name })))
      return null
    },
    async removeConnection(id) {
      const mayGo = ({ connection, kept }: Settings) =>
        kept.length === 0 || connection === null || connectionId(connection) !== id
      const found = findConnection(settings(), id)
      if (!found || !mayGo(settings())) return 'not-now'
      await change((now) => {
        if (!mayGo(now)) return now
        const after = withConnection(now, id, () => null)
        return after.connection === null ? forgetInUse(after) : after
      })
      return null
    },
    async forgetConnection() {
      await change(forgetInUse)
      return null
    },
    async acceptAccount() {
      const { connection } = settings()
      const state = engine()?.link.state
      if (!connection || state?.kind !== 'ready') return 'not-now'
      const { account } = state
      const { endpoint, token } = connection
      const accepted = {
        ...connection,
        account,
        ratePerHour: defaultRate(account.asset),
        repairs: await countRepairs(ports.mirrors, account),
        siteRules: sameAsset(account.asset, connection.account.asset)
          ? connection.siteRules
          : new Map(),
      }
      await change((now) => {
        if (!isSame(now, connection)) return now
        // One that is kept has this account: it has its own rate and rules, and there is one of each account.
        const kept = now.kept.find((one) => isSameAccount(one.account, account))
        const repairs = Math.max(kept?.repairs ?? 0, accepted.repairs)
        const next = kept ? { ...kept, endpoint, token, repairs } : accepted
        return { ...withInUse({ ...now, connection: null }, next), payments: false }
      })
      return null
    },
    async testConnection(id) {
      const connection = findConnection(settings(), id)
      if (!connection) return 'not-now'
      const { state } = connection === settings().connection ? (engine()?.link ?? {}) : {}
      // A socket that is open was let in, and is listened to. Over HTTP there is nothing to listen to.
      const live = state?.kind === 'ready' && transportOf(connection.endpoint) === 'btp'
      const link = live ? null : await tryConnector(connection)
      if (link && isFailure(link)) return link
      link?.close()
      const account = link?.account ?? (state?.kind === 'ready' ? state.account : null)
      return account && !isSameAccount(account, connection.account) ? 'other-account' : null
    },
  }
}
