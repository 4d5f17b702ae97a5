import type { Reason } from '../reason/reason.ts'

/** What the world allows a tag right now. */
export interface Conditions {
  /** Nothing may leave for this tag, not even a question: why. */
  readonly quiet: Reason | null
  /** The link to the connector: usable, being made, or why not. */
  readonly link: 'ready' | 'connecting' | Reason
  /** Connected, but no money may go: why. */
  readonly held: Reason | null
}

export const sameConditions = (a: Conditions, b: Conditions): boolean =>
  a.quiet === b.quiet && a.link === b.link && a.held === b.held

/**
 * quiet: nothing is going on. resolving: asking the payment pointer. resolved: waiting for the link.
 * opening: the STREAM connection is being made. open: can be paid. resting: hidden, connection kept for a
 * while. failed: waits for a retry. stopped: not again with this configuration of the tag.
 */
type Phase =
  'quiet' | 'resolving' | 'resolved' | 'opening' | 'open' | 'resting' | 'failed' | 'stopped'

/** The life of one monetization tag, in one configuration. */
export interface Session {
  readonly phase: Phase
  readonly conditions: Conditions
  /** Why the phase is 'failed' or 'stopped'. */
  readonly failure: Reason | null
  /** Failures since the last packet that was paid. */
  readonly failures: number
  /** The page heard `load`, `error`; it heard 'pending' and not 'paused' since. */
  readonly told: { readonly load: boolean; readonly error: boolean; readonly pending: boolean }
}

export type SessionEvent =
  | { readonly kind: 'conditions'; readonly conditions: Conditions }
  | { readonly kind: 'resolved' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'paid' }
  /** Resolving, opening or paying came to an end. */
  | { readonly kind: 'failed'; readonly reason: Reason }
  | { readonly kind: 'retry' }
  | { readonly kind: 'rested' }

/** What the wallet has to do. `close` also calls off whatever was asked for before it. */
export type Effect =
  | 'resolve'
  | 'open'
  | 'close'
  | 'rest'
  | 'retry-later'
  | 'tell-load'
  | 'tell-error'
  | 'tell-pending'
  | 'tell-paused'

export interface Step {
  readonly session: Session
  readonly effects: readonly Effect[]
}

/** Trying again is of no use before the page changes its tag. */
const FINAL: readonly Reason[] = [
  'page-policy',
  'address-refused',
  'address-wrong-answer',
  'receiver-refused',
  'delivery-unproven',
  'rate-dropped',
  'internal-fault',
]

export const newSession = (conditions: Conditions): Session => ({
  phase: 'quiet',
  conditions,
  failure: null,
  failures: 0,
  told: { load: false, error: false, pending: false },
})

/** A tag that will not be paid whatever happens: its address is refused, or there are too many. */
export const refusedSession = (conditions: Conditions, failure: Reason): Session => ({
  ...newSession(conditions),
  phase: 'stopped',
  failure,
})

/** Why this tag is not being paid at this moment; null: it is. */
export const reasonOf = ({ phase, conditions, failure }: Session): Reason | null => {
  if (phase === 'stopped') return failure
  if (conditions.quiet) return conditions.quiet
  if (phase === 'failed') return failure
  if (conditions.link !== 'ready' && conditions.link !== 'connecting') return conditions.link
  if (conditions.held) return conditions.held
  return phase === 'open' ? null : 'connecting'
}

const BUSY: readonly Phase[] = ['resolving', 'resolved', 'opening', 'open', 'resting']

/** Moves on as far as the conditions allow. */
const settle = (session: Session): Step => {
  const { phase, conditions, told } = session
  const { quiet, link, held } = conditions
  const linkFailed = link !== 'ready' && link !== 'connecting'
  const effects: Effect[] = []
  let next = session

  if (phase === 'open' && quiet === 'hidden' && !linkFailed) {
    next = { ...session, phase: 'resting' }
    effects.push('rest')
  } else if (
    BUSY.includes(phase) &&
    quiet !== null &&
    !(phase === 'resting' && quiet === 'hidden')
  ) {
    next = { ...session, phase: 'quiet' }
    effects.push('close')
  } else if ((phase === 'open' || phase === 'opening' || phase === 'resting') && link !== 'ready') {
    // The connection's secret is used up: another one begins by asking again.
    next = { ...session, phase: 'quiet' }
    effects.push('close')
  } else if (phase === 'resting' && quiet === null) {
    next = { ...session, phase: 'open' }
  }
  if (next.phase === 'quiet' && quiet === null && !linkFailed) {
    next = { ...next, phase: 'resolving' }
    effects.push('resolve')
  } else if (next.phase === 'resolved' && link === 'ready') {
    next = { ...next, phase: 'opening' }
    effects.push('open')
  }

  const trying = BUSY.includes(next.phase) && next.phase !== 'resting' && held === null
  if (trying && !told.pending) effects.push('tell-pending')
  if (!trying && told.pending) effects.push('tell-paused')
  const error =
    told.error ||
    // Draft, "Permissions Policy integration": where it is not allowed the page hears nothing.
    (next.phase === 'stopped' && quiet !== 'frame-not-allowed') ||
    (quiet === null && (linkFailed || next.phase === 'failed'))
  if (error && !told.error) effects.push('tell-error')
  return { session: { ...next, told: { ...next.told, pending: trying, error } }, effects }
}

const fail = (session: Session, reason: Reason): Step => {
  const final = FINAL.includes(reason)
  const after = settle({
    ...session,
    phase: final ? 'stopped' : 'failed',
    failure: reason,
    failures: session.failures + 1,
  })
  const own: readonly Effect[] = final ? ['close'] : ['close', 'retry-later']
  return { session: after.session, effects: [...own, ...after.effects] }
}

/** One event, one step. Pure. An event that no longer fits the phase changes nothing. */
export const step = (session: Session, event: SessionEvent): Step => {
  const same: Step = { session, effects: [] }
  switch (event.kind) {
    case 'conditions':
      return settle({ ...session, conditions: event.conditions })
    case 'resolved': {
      if (session.phase !== 'resolving') return same
      const after = settle({
        ...session,
        phase: 'resolved',
        told: { ...session.told, load: true },
      })
      return session.told.load
        ? after
        : { session: after.session, effects: ['tell-load', ...after.effects] }
    }
    case 'opened':
      return session.phase === 'opening' ? settle({ ...session, phase: 'open' }) : same
    case 'paid':
      return { session: { ...session, failures: 0 }, effects: [] }
    case 'failed':
      return BUSY.includes(session.phase) ? fail(session, event.reason) : same
    case 'retry':
      return session.phase === 'failed'
        ? settle({ ...session, phase: 'quiet', failure: null })
        : same
    case 'rested': {
      if (session.phase !== 'resting') return same
      const after = settle({ ...session, phase: 'quiet' })
      return { session: after.session, effects: ['close', ...after.effects] }
    }
  }
}
