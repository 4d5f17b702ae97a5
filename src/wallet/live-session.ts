import { backoffMs } from '../connector/backoff.ts'
import { sameAsset, type Asset } from '../money/asset.ts'
import type { Terms } from '../meter/terms.ts'
import type { DeliveredUnits, SourceUnits } from '../money/units.ts'
import type { Cancel } from '../ports/clock.ts'
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
import type { Payer } from '../stream/open-payer.ts'
import type { PayerEnd } from '../stream/refusal-reason.ts'
import { createReach, type FoundReceiver, type Reach, type ReachOptions } from './reach.ts'
import type { TagNews } from './tag-news.ts'

/** A hidden page keeps its STREAM connection this long, so that a quick look elsewhere costs nothing. */
const REST_MS = 30_000
const OUT_OF_CREDIT_MS = 30_000

export interface LiveSessionOptions extends ReachOptions {
  readonly id: string
  /** Set where the tag will not be paid whatever happens. */
  readonly refusal: Reason | null
  readonly terms: Terms
  readonly random: RandomBytes
  readonly tell: (news: TagNews) => void
  /** Anything changed that a person or the pace would want to know. */
  readonly changed: () => void
}

/** What one packet brought its receiver. */
interface Arrived {
  readonly amount: DeliveredUnits
  readonly asset: Asset
  readonly receipt: Uint8Array | null
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
  /** For payments beside the session's own. */
  readonly reach: Reach
  /** Counts a packet of such a payment, and tells the page of it. */
  count(amount: SourceUnits, arrived?: Arrived): void
  update(conditions: Conditions): void
  /** The tag is gone, or its page is. */
  drop(): void
}

export const createLiveSession = (
  options: LiveSessionOptions,
  conditions: Conditions,
): LiveSession => {
  const { clock, url } = options
  const reach = createReach(options)
  let session = options.refusal
    ? refusedSession(conditions, options.refusal)
    : newSession(conditions)
  /** It has acted on its conditions. */
  let settled = false
  /** Raised with every `close`: what was asked for before has no say any more. */
  let generation = 0
  let receiver: FoundReceiver | null = null
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
    const found = await reach.find(() => mine === generation)
    if (found === null) return
    if (typeof found === 'string') return fail(found)
    receiver = found
    const { host } = new URL(found.url)
    redirectedTo = host === url?.host ? null : host
    handle({ kind: 'resolved' })
  }
  const count = (amount: SourceUnits, arrived?: Arrived): void => {
    sent = (sent + amount) as SourceUnits
    packets += 1
    if (!arrived) return
    const { asset, amount: units, receipt } = arrived
    deliveredIn ??= asset
    if (sameAsset(asset, deliveredIn)) delivered = (delivered + units) as DeliveredUnits
    if (units > 0n) {
      options.tell({ kind: 'paid', url: url?.href ?? '', amount: units, asset, receipt })
    }
  }
  const open = async (): Promise<void> => {
    const mine = ++generation
    if (!receiver) return fail('connector-unreachable')
    const opened: Payer | PayerEnd = await reach.open(receiver, options.terms, {
      posted(amount, arrived, receipt) {
        // An answer may come after another payer has been opened, to a receiver that counts in something else.
        if (typeof opened === 'string') return count(amount)
        count(amount, { amount: arrived, asset: opened.asset, receipt })
        handle({ kind: 'paid' })
      },
      doubted() {},
      ended(why) {
        if (mine === generation) fail(why)
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
    reach,
    count(amount, arrived) {
      count(amount, arrived)
      options.changed()
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
