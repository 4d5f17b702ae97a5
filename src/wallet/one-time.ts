import { leftFor, leftNow } from '../ledger/book.ts'
import type { PacketId } from '../ledger/entry.ts'
import type { AmountFailure } from '../money/parse-amount.ts'
import { deliveredFor, leastFor } from '../money/exchange-rate.ts'
import type { SourceUnits } from '../money/units.ts'
import type { Clock } from '../ports/clock.ts'
import type { Reason } from '../reason/reason.ts'
import type { Payer } from '../stream/open-payer.ts'
import type { Engine } from './engine.ts'
import { linkReason } from './link-reason.ts'
import type { LiveSession } from './live-session.ts'
import { readAmount } from './read-amount.ts'
import type { OneTimeSnapshot } from './snapshot.ts'

/** A page whose link is not open yet waits this long for it. */
const LINK_MS = 10_000
const LOOK_MS = 100

export type OneTimeFailure =
  | { readonly code: AmountFailure; readonly field: 'amount' }
  | {
      readonly code: 'amount-zero' | 'beyond-budget' | 'beyond-site-cap'
      readonly field: 'amount'
    }
  | { readonly code: 'already-paying' | 'page-changed' | 'not-now'; readonly field: null }
  | { readonly code: 'not-payable'; readonly field: null; readonly reason: Reason }

/** Who gets it: the page's first tag that can be paid. */
export interface OneTimeTarget {
  readonly site: string
  readonly live: LiveSession
}

export interface OneTimeContext {
  readonly clock: Clock
  readonly engine: () => Engine | null
  /** Null: the tab shows no page of this site that has a tag. A reason: it may not be paid. */
  readonly find: (tab: number, site: string) => OneTimeTarget | Reason | null
  /** Why a payment that has begun may not go on. */
  readonly stopReason: (tab: number, target: OneTimeTarget) => OneTimeSnapshot['reason']
  readonly cap: (site: string) => SourceUnits | null
  readonly update: () => void
}

/** One payment of an amount that the user typed: inside the budget and the site's cap, outside of every rate. */
export interface OneTime {
  /** Resolves when it is over: null where it began, and then `result` tells how it ended. */
  pay(tab: number, site: string, amount: string): Promise<OneTimeFailure | null>
  /** The last one of this tab's page. */
  result(tab: number): OneTimeSnapshot | null
  /** Stops one that may not go on. */
  update(shown: (tab: number) => boolean): void
  readonly busy: boolean
}

interface Payment {
  readonly tab: number
  readonly target: OneTimeTarget
  readonly engine: Engine
  readonly amount: SourceUnits
  posted: bigint
  delivered: bigint
  readonly doubted: Map<PacketId, SourceUnits>
  payer: Payer | null
  over: boolean
  reason: OneTimeSnapshot['reason']
}

const snapshotOf = (payment: Payment): OneTimeSnapshot => {
  const { engine, target, payer, doubted } = payment
  let [sent, inDoubt] = [payment.posted, 0n]
  // One in doubt is posted when its preimage is seen after all; who was paid by it has not said how much arrived.
  for (const [id, amount] of doubted) {
    if (engine.journal.book.packets.get(id)?.state === 'in-doubt') inDoubt += amount
    else sent += amount
  }
  return {
    state: payment.over ? 'done' : 'paying',
    host: target.live.url?.host ?? '',
    amount: payment.amount.toString(),
    sent: sent.toString(),
    delivered: payer && { asset: payer.asset, amount: payment.delivered.toString() },
    inDoubt: inDoubt.toString(),
    reason: payment.reason,
  }
}

export const createOneTime = (context: OneTimeContext): OneTime => {
  const { clock } = context
  const last = new Map<number, Payment>()
  let current: Payment | null = null

  const until = (done: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => (done() ? resolve() : void clock.after(LOOK_MS, look))
      look()
    })
  const stop = (payment: Payment, reason: OneTimeSnapshot['reason']): void => {
    payment.reason ??= reason
    payment.payer?.stop()
  }
  const linkFailure = async (payment: Payment): Promise<Reason | null> => {
    const start = clock.mono()
    const failed = (): Reason | null => {
      const engine = context.engine()
      return engine ? linkReason(engine) : 'book-damaged'
    }
    const ready = (): boolean => context.engine()?.link.state.kind === 'ready'
    const late = (): boolean => clock.mono() - start > LINK_MS
    await until(() => payment.reason !== null || ready() || failed() !== null || late())
    return failed() ?? (ready() ? null : 'connector-unreachable')
  }
  const run = async (payment: Payment): Promise<OneTimeSnapshot['reason']> => {
    const { target, amount } = payment
    const { live, site } = target
    const unlinked = await linkFailure(payment)
    if (unlinked) return unlinked
    const receiver = await live.reach.find(() => payment.reason === null)
    if (receiver === null || typeof receiver === 'string') return receiver
    const terms = { toll: () => 0, cap: () => context.cap(site) }
    const payer = await live.reach.open(receiver, terms, {
      posted(sent, arrived, receipt) {
        payment.posted += sent
        payment.delivered += arrived
        if (payment.payer === null) return live.count(sent)
        live.count(sent, { amount: arrived, asset: payment.payer.asset, receipt })
      },
      doubted: (sent, packet) => void payment.doubted.set(packet, sent),
      ended: (why) => void (payment.reason ??= why),
    })
    if (typeof payer === 'string') return payer
    payment.payer = payer
    if (payment.reason !== null) payer.stop()
    else {
      // What would only be rounded away stays with the user.
      const whole = leastFor(payer.rate, deliveredFor(payer.rate, amount)) ?? (0n as SourceUnits)
      if (whole === 0n) payment.reason = 'below-one-unit'
      payer.grant(whole)
      context.update()
      await until(() => !payer.busy)
    }
    payer.stop()
    return null
  }
  return {
    async pay(tab, site, text) {
      const engine = context.engine()
      const amount = readAmount(text, engine?.connection.account.asset)
      if (!engine || amount === 'not-now') return { code: 'not-now', field: null }
      if (typeof amount === 'string') return { code: amount, field: 'amount' }
      if (amount === 0n) return { code: 'amount-zero', field: 'amount' }
      if (current) return { code: 'already-paying', field: null }
      const target = context.find(tab, site)
      if (target === null) return { code: 'page-changed', field: null }
      if (typeof target === 'string') return { code: 'not-payable', field: null, reason: target }
      const { book } = engine.journal
      if (amount > leftNow(book)) return { code: 'beyond-budget', field: 'amount' }
      if (amount > leftFor(book, site, context.cap(site)))
        return { code: 'beyond-site-cap', field: 'amount' }
      const payment: Payment = {
        ...{ tab, target, engine, amount, posted: 0n, delivered: 0n, doubted: new Map() },
        ...{ payer: null, over: false, reason: null },
      }
      current = payment
      last.set(tab, payment)
      context.update()
      const reason = await run(payment).catch((): Reason => 'internal-fault')
      payment.reason ??= reason
      payment.over = true
      current = null
      context.update()
      return null
    },
    result(tab) {
      const payment = last.get(tab)
      return payment ? snapshotOf(payment) : null
    },
    update(shown) {
      for (const [tab, payment] of last) if (payment.over && !shown(tab)) last.delete(tab)
      const reason = current && context.stopReason(current.tab, current.target)
      if (current && reason) stop(current, reason)
    },
    get busy() {
      return current !== null
    },
  }
}
