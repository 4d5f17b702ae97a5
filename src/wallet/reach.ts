import type { Terms } from '../meter/terms.ts'
import type { Clock, MonoMs } from '../ports/clock.ts'
import type { HttpGet } from '../ports/http-get.ts'
import type { Reason } from '../reason/reason.ts'
import { mayPay } from '../spsp/ilp-address.ts'
import { policiesAllow, type PagePolicy } from '../spsp/page-policy.ts'
import type { PointerRules } from '../spsp/payment-pointer.ts'
import type { QueuedGet } from '../spsp/query-queue.ts'
import { querySpsp, type Receiver } from '../spsp/query-spsp.ts'
import { openPayer, type Payer, type PayerEvents } from '../stream/open-payer.ts'
import type { PayerEnd } from '../stream/refusal-reason.ts'
import type { Engine } from './engine.ts'

/** The Date header counts in seconds; differences below this are its rounding. */
const CLOCK_SLACK_MS = 2_000

export interface ReachOptions {
  /** Null where the address was refused. */
  readonly url: URL | null
  readonly site: string
  /** Path of the page; null where it is not to be kept. */
  readonly page: () => string | null
  readonly rules: PointerRules
  /** As its document has them now. */
  readonly policies: () => readonly PagePolicy[]
  readonly clock: Clock
  readonly httpGet: QueuedGet
  readonly engine: () => Engine | null
  /** Hundredths of a percent. */
  readonly rateTolerance: () => number
}

export interface FoundReceiver extends Receiver {
  /** It may have to wait for the connector, and meanwhile the time that its server told goes on. */
  readonly heardAt: MonoMs
}

/** The way to the receiver of one tag. Both are done anew for each connection: its secret is used once. */
export interface Reach {
  /** Null: nobody wants to know any more. */
  find(wanted: () => boolean): Promise<FoundReceiver | Reason | null>
  open(receiver: FoundReceiver, terms: Terms, events: PayerEvents): Promise<Payer | PayerEnd>
}

export const createReach = (options: ReachOptions): Reach => {
  const { clock, url } = options
  const clockOffset = ({ serverTime, heardAt }: FoundReceiver): number => {
    const offset = serverTime === null ? 0 : serverTime + clock.mono() - heardAt - clock.wall()
    return Math.abs(offset) < CLOCK_SLACK_MS ? 0 : offset
  }
  return {
    async find(wanted) {
      const account = options.engine()?.connection.account
      if (!url || !account) return null
      if (!policiesAllow(options.policies(), url)) return 'page-policy'
      const get: HttpGet = (request) => options.httpGet(request, wanted)
      const answer = await querySpsp(get, url, options.rules)
      const heardAt = clock.mono()
      if (!wanted()) return null
      if (typeof answer === 'string') return answer
      const redirected = answer.url !== url.href
      if (!policiesAllow(options.policies(), new URL(answer.url), redirected)) return 'page-policy'
      options.engine()?.renewal.heardDate(answer.serverTime)
      return mayPay(answer.destination, account.ilpAddress)
        ? { ...answer, heardAt }
        : 'address-refused'
    },
    async open(receiver, terms, events) {
      const engine = options.engine()
      const state = engine?.link.state
      if (!url || !engine || state?.kind !== 'ready') return 'connector-unreachable'
      return openPayer({
        meter: engine.meter,
        multiplexer: engine.multiplexer,
        clock,
        account: state.account,
        wayBack: engine.link.wayBack,
        receiver,
        url: url.href,
        site: options.site,
        page: options.page,
        terms,
        clockOffset: clockOffset(receiver),
        rateTolerance: options.rateTolerance(),
        events,
      })
    },
  }
}
