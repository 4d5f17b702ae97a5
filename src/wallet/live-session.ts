import { backoffMs } from '../connector/backoff.ts'
import { sameAsset } from '../money/asset.ts'
import type { Terms } from '../meter/terms.ts'
import type { DeliveredUnits, SourceUnits } from '../money/units.ts'
import type { Cancel, Clock } from '../ports/clock.ts'
import type { HttpGet } from '../ports/http-get.ts'
import type { RandomBytes } from '../ports/random.ts'
import type { Reason } from '../reason/reason.ts'
import {
  newSession,
  refusedSession,
  sameConditions,
  step,
  type Conditions,
  type Effect,
  type Session,
  type SessionEvent,
} from '../session/session.ts'
import { mayPay } from '../spsp/ilp-address.ts'
import { policiesAllow, type PagePolicy } from '../spsp/page-policy.ts'
import type { PointerRules } from '../spsp/payment-pointer.ts'
import type { QueuedGet } from '../spsp/query-queue.ts'
import { querySpsp, type Receiver } from '../spsp/query-spsp.ts'
import { openPayer, type Payer } from '../stream/open-payer.ts'
import type { PayerEnd } from '../stream/refusal-reason.ts'
import type { Engine } from './engine.ts'
import type { TagNews } from './tag-news.ts'

/** A hidden page keeps its STREAM connection this long, so that a quick look elsewhere costs nothing. */
const REST_MS = 30_000
const OUT_OF_CREDIT_MS = 30_000
/** The Date header counts in seconds; differences below this are its rounding. */
const CLOCK_SLACK_MS = 2_000

export interface LiveSessionOptions {
  readonly id: string
  /** Null where the address was refused. */
  readonly url: URL | null
  /** Set where the tag will not be paid whatever happens. */
  readonly refusal: Reason | null
  readonly site: string
  readonly terms: Terms
  readonly rules: PointerRules
  /** As its document has them now. */
  readonly policies: () => readonly PagePolicy[]
  readonly clock: Clock
  readonly random: RandomBytes
  readonly httpGet: QueuedGet
  readonly engine: () => Engine | null
  /** Hundredths of a percent. */
  readonly rateTolerance: () => number
  readonly tell: (news: TagNews) => void
  /** Anything changed that a person or the pace would want to know. */
  readonly changed: () => void
}

/** One tag's session with its hands: does what the state machine says, and tells it what came of it. */
export interface LiveSession {
  readonly id: string
  readonly url: URL | null
  readonly session: Session
  readonly payer: Payer | null
  readonly sent: SourceUnits
  readonly delivered: DeliveredUnits
  /** The last payer's asset: `delivered` is counted in it. */
  readonly deliveredIn: Payer['asset'] | null
  readonly packets: number
  /** The host of the last answer, where it was another than the address names. */
  readonly redirectedTo: string | null
  update(conditions: Conditions): void
  /** The tag is gone, or its page is. */
  drop(): void
}

export const createLiveSession = (
  options: LiveSessionOptions,
  conditions: Conditions,
): LiveSession => {
  const { clock, url } = options
  let session = options.refusal
    ? refusedSession(conditions, options.refusal)
    : newSession(conditions)
  /** It has acted on its conditions. */
  let settled = false
  /** Raised with every `close`: what was asked for before has no say any more. */
  let generation = 0
  let receiver: Receiver | null = null
  let payer: Payer | null = null
  let deliveredIn: Payer['asset'] | null = null
  let sent = 0n as SourceUnits
  let delivered = 0n as DeliveredUnits
  let packets = 0
  let redirectedTo: string | null = null
  let cancelTimer: Cancel = () => {}

  const queue: SessionEvent[] = []
  let handling = false

  /** One event after the other: what an effect sets off comes after the effects beside it. */
  const handle = (event: SessionEvent): void => {
    queue.push(event)
    if (handling) return
    handling = true
    for (let next = queue.shift(); next; next = queue.shift()) {
      const after = step(session, next)
      session = after.session
      for (const effect of after.effects) run(effect)
    }
    handling = false
    options.changed()
  }
  const fail = (reason: Reason): void => handle({ kind: 'failed', reason })

  const resolve = async (): Promise<void> => {
    const mine = ++generation
    const account = options.engine()?.connection.account
    if (!url || !account) return
    if (!policiesAllow(options.policies(), url)) return fail('page-policy')
    const wanted = (): boolean => mine === generation
    const get: HttpGet = (request) => options.httpGet(request, wanted)
    const answer = await querySpsp(get, url, options.rules)
    if (!wanted()) return
    if (typeof answer === 'string') return fail(answer)
    const redirected = answer.url !== url.href
    if (!policiesAllow(options.policies(), new URL(answer.url), redirected))
      return fail('page-policy')
    options.engine()?.renewal.heardDate(answer.serverTime)
    if (!mayPay(answer.destination, account.ilpAddress)) return fail('address-refused')
    receiver = answer
    const { host } = new URL(answer.url)
    redirectedTo = host === url.host ? null : host
    handle({ kind: 'resolved' })
  }
  const clockOffset = (serverTime: number | null): number => {
    const offset = serverTime === null ? 0 : serverTime - clock.wall()
    return Math.abs(offset) < CLOCK_SLACK_MS ? 0 : offset
  }
  const open = async (): Promise<void> => {
    const mine = ++generation
    const engine = options.engine()
    const state = engine?.link.state
    if (!url || !receiver || !engine || state?.kind !== 'ready')
      return fail('connector-unreachable')
    const opened: Payer | PayerEnd = await openPayer({
      meter: engine.meter,
      multiplexer: engine.multiplexer,
      clock,
      account: state.account,
      receiver,
      url: url.href,
      site: options.site,
      terms: options.terms,
      clockOffset: clockOffset(receiver.serverTime),
      rateTolerance: options.rateTolerance(),
      events: {
        posted(amount, arrived, receipt) {
          sent = (sent + amount) as SourceUnits
          packets += 1
          // An answer may come after another payer has been opened, to a receiver that counts in something else.
          if (typeof opened === 'string') return
          const { asset } = opened
          if (deliveredIn && sameAsset(asset, deliveredIn))
            delivered = (delivered + arrived) as DeliveredUnits
          if (arrived > 0n) {
            options.tell({ kind: 'paid', url: url.href, amount: arrived, asset, receipt })
          }
          handle({ kind: 'paid' })
        },
        ended(why) {
          if (mine === generation) fail(why)
        },
      },
    })
    if (mine !== generation) {
      if (typeof opened !== 'string') opened.stop()
      return
    }
    if (typeof opened === 'string') return fail(opened)
    payer = opened
    if (deliveredIn && !sameAsset(opened.asset, deliveredIn)) delivered = 0n as DeliveredUnits
    deliveredIn = opened.asset
    handle({ kind: 'opened' })
  }

  const close = (): void => {
    generation += 1
    cancelTimer()
    payer?.stop()
    payer = null
    receiver = null
  }
  const retryMs = (): number => {
    const ms = backoffMs(session.failures, options.random)
    return session.failure === 'out-of-credit' ? Math.max(ms, OUT_OF_CREDIT_MS) : ms
  }
  const after = (ms: number, event: SessionEvent): void => {
    cancelTimer()
    cancelTimer = clock.after(ms, () => handle(event))
  }
  const run = (effect: Effect): void => {
    switch (effect) {
      case 'resolve':
        return void resolve().catch(() => fail('internal-fault'))
      case 'open':
        return void open().catch(() => fail('internal-fault'))
      case 'close':
        return close()
      case 'rest':
        return after(REST_MS, { kind: 'rested' })
      case 'retry-later':
        return after(retryMs(), { kind: 'retry' })
      case 'tell-load':
        return options.tell({ kind: 'load' })
      case 'tell-error':
        return options.tell({ kind: 'error' })
      case 'tell-pending':
        return options.tell({ kind: 'pending', url: url?.href ?? '' })
      case 'tell-paused':
        return options.tell({ kind: 'paused' })
    }
  }
  return {
    id: options.id,
    url,
    get session() {
      return session
    },
    get payer() {
      return session.phase === 'open' ? payer : null
    },
    get sent() {
      return sent
    },
    get delivered() {
      return delivered
    },
    get deliveredIn() {
      return deliveredIn
    },
    get packets() {
      return packets
    },
    get redirectedTo() {
      return redirectedTo
    },
    update(next) {
      // Asked of every tag whenever anything changes anywhere.
      if (settled && sameConditions(session.conditions, next)) return
      settled = true
      handle({ kind: 'conditions', conditions: next })
    },
    drop: close,
  }
}
