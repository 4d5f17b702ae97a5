import type { Cancel } from '../ports/clock.ts'
import type { RandomBytes } from '../ports/random.ts'
import type { Account } from './account.ts'
import { backoffMs } from './backoff.ts'
import { NotSent, type LinkFailure } from './link-failure.ts'
import { openBtp, type BtpLink, type OpenBtp } from './open-btp.ts'

export type LinkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ready'; readonly account: Account }
  | { readonly kind: 'failed'; readonly reason: LinkFailure }

/** Trying again cannot help before a person has done something. */
const NEEDS_A_PERSON: readonly LinkFailure[] = ['token-refused', 'origin-refused']
const MANY_FAILURES = 7

export interface LinkOptions extends OpenBtp {
  readonly random: RandomBytes
  readonly onState: (state: LinkState) => void
}

/** Keeps one socket to the connector for as long as it is wanted; comes back by itself, ever slower. */
export interface Link {
  readonly state: LinkState
  want(wanted: boolean): void
  /** Rejects with NotSent where there is no socket. */
  sendData(bytes: Uint8Array): Promise<Uint8Array>
}

export const createLink = (options: LinkOptions): Link => {
  let state: LinkState = { kind: 'idle' }
  let wanted = false
  let live: BtpLink | null = null
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
    const opened = await openBtp(options)
    connecting = false
    if (typeof opened === 'string') return wanted ? retryLater(opened) : enter({ kind: 'idle' })
    if (!wanted) {
      opened.close()
      return enter({ kind: 'idle' })
    }
    live = opened
    failures = 0
    void opened.lost.then(() => {
      live = null
      if (wanted) retryLater('connector-unreachable')
      else enter({ kind: 'idle' })
    })
    enter({ kind: 'ready', account: opened.account })
  }
  return {
    get state() {
      return state
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
    sendData: (bytes) => (live ? live.sendData(bytes) : Promise.reject(new NotSent())),
  }
}
