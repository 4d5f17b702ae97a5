import type { Cancel, Clock } from '../ports/clock.ts'
import type { HttpFailure, HttpGet, HttpReply, HttpRequest } from '../ports/http-get.ts'
import { createAllowance, type Allowance } from './allowance.ts'

/** Queries under way at the same time, to as many origins. */
const MOST_AT_ONCE = 8
/** Of these, so that one tab's servers that never answer do not keep the other tabs waiting. */
const MOST_OF_ONE_TAB = 6

/** What a page of 32 tags asks for, twice; and then no more than any page needs. */
const TAB_BURST = 64
const TAB_REFILL_MS = 1_000
/** Over all tabs. */
const BURST = 512
const REFILL_MS = 125

/** `wanted` is asked when the query's turn has come: without its consent nothing leaves. */
export type QueuedGet = (
  request: HttpRequest,
  wanted: () => boolean,
) => Promise<HttpReply | HttpFailure>

interface Query {
  readonly tab: number
  readonly origin: string
  readonly request: HttpRequest
  readonly wanted: () => boolean
  readonly answer: (answer: HttpReply | HttpFailure) => void
}

const UNREACHABLE: HttpFailure = { kind: 'failure', why: 'unreachable' }

/**
 * One query at a time to each origin, eight over all, six of one tab; among those that may go the oldest is next.
 * A page that makes up addresses as fast as it can is asked for 64 at once, and then for one a second;
 * all tabs together for 512, and then for eight a second. The others wait.
 */
export const queueQueries = (get: HttpGet, clock: Clock): ((tab: number) => QueuedGet) => {
  let waiting: readonly Query[] = []
  const underWay = new Set<Query>()
  const overall = createAllowance(BURST, REFILL_MS)
  const ofTab = new Map<number, Allowance>()
  let cancelTimer: Cancel = () => {}

  const allowanceOf = (tab: number): Allowance => {
    const known = ofTab.get(tab) ?? createAllowance(TAB_BURST, TAB_REFILL_MS)
    ofTab.set(tab, known)
    return known
  }
  const hasRoom = ({ tab, origin }: Query): boolean => {
    const going = [...underWay]
    return (
      going.every((one) => one.origin !== origin) &&
      going.filter((one) => one.tab === tab).length < MOST_OF_ONE_TAB
    )
  }
  const dropUnwanted = (): void => {
    const dropped = waiting.filter(({ wanted }) => !wanted())
    if (dropped.length === 0) return
    waiting = waiting.filter((one) => !dropped.includes(one))
    for (const { answer } of dropped) answer(UNREACHABLE)
  }
  /** Whatever happens there: a query without an end would keep its place, and its origin, for ever. */
  const ask = async (request: HttpRequest): Promise<HttpReply | HttpFailure> => {
    try {
      return await get(request)
    } catch {
      return UNREACHABLE
    }
  }
  const start = async (query: Query): Promise<void> => {
    const { tab, request } = query
    const now = clock.mono()
    waiting = waiting.filter((one) => one !== query)
    underWay.add(query)
    overall.take(now)
    allowanceOf(tab).take(now)
    const answer = await ask(request)
    underWay.delete(query)
    // Its secret is unused, so that whoever waits to ask the same need not ask.
    const heir = query.wanted()
      ? query
      : waiting.find((one) => one.request.url === request.url && one.wanted())
    waiting = waiting.filter((one) => one !== heir)
    query.answer(answer)
    heir?.answer(answer)
    next()
  }
  const next = (): void => {
    cancelTimer()
    dropUnwanted()
    const now = clock.mono()
    for (const [tab, allowance] of ofTab) if (allowance.isFull(now)) ofTab.delete(tab)
    let soonest = Infinity
    for (const query of waiting) {
      if (underWay.size >= MOST_AT_ONCE) return
      if (!hasRoom(query)) continue
      const wait = Math.max(overall.wait(now), allowanceOf(query.tab).wait(now))
      if (wait === 0) void start(query)
      else soonest = Math.min(soonest, wait)
    }
    if (soonest < Infinity) cancelTimer = clock.after(soonest, next)
  }
  return (tab) => (request, wanted) =>
    new Promise((answer) => {
      const { origin } = new URL(request.url)
      waiting = [...waiting, { tab, origin, request, wanted, answer }]
      next()
    })
}
