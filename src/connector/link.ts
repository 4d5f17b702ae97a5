import { Type } from 'ilp-packet'
import type { Cancel } from '../ports/clock.ts'
import type { RandomBytes } from '../ports/random.ts'
import type { Account } from './account.ts'
import { backoffMs } from './backoff.ts'
import { transportOf } from './endpoint.ts'
import { isFault, NotSent, type LinkFailure } from './link-failure.ts'
import { openLink } from './open-link.ts'
import type { OpenedLink, OpenLink } from './opened-link.ts'

export type LinkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ready'; readonly account: Account }
  | { readonly kind: 'failed'; readonly reason: LinkFailure }

/** Trying again cannot help before a person has done something. */
const NEEDS_A_PERSON: readonly LinkFailure[] = ['token-refused', 'origin-refused']
const MANY_FAILURES = 7
/** One that lived so long, or carried a payment, was worth having: the next try follows soon. */
const STEADY_MS = 30_000

export interface LinkOptions extends OpenLink {
  readonly random: RandomBytes
  readonly onState: (state: LinkState) => void
}

/** Keeps one way to the connector open for as long as it is wanted; comes back by itself, ever slower. */
export interface Link {
  readonly state: LinkState
  want(wanted: boolean): void
  /** Can the connector send packets to us? */
  readonly wayBack: boolean
  /** Of the way that was opened last; false before the first. */
  readonly mayRepeat: boolean
  /** Rejects with NotSent where there is no link. */
  sendData(bytes: Uint8Array): Promise<Uint8Array>
}

export const createLink = (options: LinkOptions): Link => {
  let state: LinkState = { kind: 'idle' }
  let wanted = false
  let live: OpenedLink | null = null
  /** The live one has brought back a fulfill. */
  let proven = false
  let mayRepeat = false
  let connecting = false
  let failures = 0
  let cancelRetry: Cancel | null = null

  const enter = (next: LinkState): void => {
    state = next
    options.onState(next)
  }
  const retryLater = (reason: LinkFailure): void => {
    failures = NEEDS_A_PERSON.includes(reason) ? MANY_FAILURES : failures + 1
    cancelRetry = options.clock.after(backoffMs(failures, options.random), () => {
      cancelRetry = null
      void connect()
    })
    enter({ kind: 'failed', reason })
  }
  const connect = async (): Promise<void> => {
    connecting = true
    // While it has failed and is only tried again, what is wrong stays said.
    if (failures === 0) enter({ kind: 'connecting' })
    const opened = await openLink(options)
    connecting = false
    if (isFault(opened)) return wanted ? retryLater(opened.reason) : enter({ kind: 'idle' })
    if (!wanted) {
      opened.close()
      return enter({ kind: 'idle' })
    }
    live = opened
    mayRepeat = opened.mayRepeat
    proven = false
    const since = options.clock.mono()
    void opened.lost.then((why) => {
      live = null
      // To be let in is no success yet: one that fails with each packet would be opened again every second for ever.
      if (proven || options.clock.mono() - since >= STEADY_MS) failures = 0
      if (wanted) retryLater(why)
      else enter({ kind: 'idle' })
    })
    enter({ kind: 'ready', account: opened.account })
  }
  return {
    get state() {
      return state
    },
    wayBack: transportOf(options.endpoint) === 'btp',
    get mayRepeat() {
      return mayRepeat
    },
    want(next) {
      if (next === wanted) return
      wanted = next
      if (wanted) {
        if (state.kind === 'idle' && !connecting) void connect()
        return
      }
      cancelRetry?.()
      cancelRetry = null
      failures = 0
      if (live) live.close()
      else if (state.kind === 'failed') enter({ kind: 'idle' })
    },
    async sendData(bytes) {
      const used = live
      if (!used) throw new NotSent()
      const reply = await used.sendData(bytes)
      if (used === live && reply[0] === Type.TYPE_ILP_FULFILL) proven = true
      return reply
    },
  }
}
