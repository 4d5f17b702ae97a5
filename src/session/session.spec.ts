import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reason } from '../reason/reason.ts'
import {
  newSession,
  reasonOf,
  refusedSession,
  step,
  type Conditions,
  type SessionEvent,
} from './session.ts'

const FREE: Conditions = { quiet: null, link: 'ready', held: null }
const HIDDEN: Conditions = { ...FREE, quiet: 'hidden' }

const run = (start: Conditions, ...events: SessionEvent[]) => {
  let session = newSession(start)
  const effects: string[] = []
  for (const event of events) {
    const after = step(session, event)
    session = after.session
    effects.push(...after.effects)
  }
  return { session, effects, reason: reasonOf(session) }
}
const now = (conditions: Conditions): SessionEvent => ({ kind: 'conditions', conditions })
const failed = (reason: Reason): SessionEvent => ({ kind: 'failed', reason })

describe('session', () => {
  it('goes from a visible tag to paying', () => {
    const { effects, reason } = run(FREE, now(FREE), { kind: 'resolved' }, { kind: 'opened' })
    expect(effects).toEqual(['resolve', 'tell-pending', 'tell-load', 'open'])
    expect(reason).toBeNull()
  })

  it('asks nothing while hidden, off or not set up', () => {
    for (const quiet of ['hidden', 'switched-off', 'not-set-up'] as const) {
      expect(run(FREE, now({ ...FREE, quiet }))).toMatchObject({ effects: [], reason: quiet })
    }
  })

  it('resolves while the link is being made, and opens once it is there', () => {
    const connecting: Conditions = { ...FREE, link: 'connecting' }
    const waiting = run(connecting, now(connecting), { kind: 'resolved' })
    expect(waiting.session.phase).toBe('resolved')
    expect(waiting.reason).toBe('connecting')
    const ready = run(connecting, now(connecting), { kind: 'resolved' }, now(FREE))
    expect(ready.effects.at(-1)).toBe('open')
  })

  it('rests when hidden, goes on when visible again, and closes after a while', () => {
    const open = [now(FREE), { kind: 'resolved' }, { kind: 'opened' }] as const
    const back = run(FREE, ...open, now(HIDDEN), now(FREE))
    expect(back.effects.slice(-3)).toEqual(['rest', 'tell-paused', 'tell-pending'])
    expect(back.session.phase).toBe('open')
    const gone = run(FREE, ...open, now(HIDDEN), { kind: 'rested' }, now(FREE))
    expect(gone.effects.slice(-3)).toEqual(['close', 'resolve', 'tell-pending'])
  })

  it('closes at once when switched off', () => {
    const off = run(
      FREE,
      now(FREE),
      { kind: 'resolved' },
      { kind: 'opened' },
      now({ ...FREE, quiet: 'switched-off' }),
    )
    expect(off.effects.slice(-2)).toEqual(['close', 'tell-paused'])
    expect(off.session.phase).toBe('quiet')
  })

  it('is not undone by an answer that comes too late', () => {
    const off: Conditions = { ...FREE, quiet: 'switched-off' }
    const late = run(FREE, now(FREE), now(off), { kind: 'resolved' }, { kind: 'opened' })
    expect(late.session.phase).toBe('quiet')
    expect(late.effects).not.toContain('open')
  })

  it('retries what may pass, and tells the page once', () => {
    const again = run(
      FREE,
      now(FREE),
      failed('address-unreachable'),
      { kind: 'retry' },
      failed('address-unreachable'),
    )
    expect(again.effects.filter((effect) => effect === 'tell-error')).toHaveLength(1)
    expect(again.effects.filter((effect) => effect === 'retry-later')).toHaveLength(2)
    expect(again.session.failures).toBe(2)
  })

  it('stops for good where trying again is of no use', () => {
    const refused = run(
      FREE,
      now(FREE),
      failed('address-wrong-answer'),
      { kind: 'retry' },
      now(FREE),
    )
    expect(refused.session.phase).toBe('stopped')
    expect(refused.effects).toContain('tell-error')
    expect(refused.effects).not.toContain('retry-later')
    expect(refused.reason).toBe('address-wrong-answer')
  })

  it('tells a barred frame nothing, also of an address that is refused', () => {
    const barred: Conditions = { ...FREE, quiet: 'frame-not-allowed' }
    expect(run(barred, now(barred)).effects).toEqual([])
    const refused = step(refusedSession(barred, 'address-refused'), now(barred))
    expect(refused.effects).toEqual([])
    expect(step(refused.session, now(FREE)).effects).toEqual(['tell-error'])
  })

  it('ends at once when its frame is barred', () => {
    const barred: Conditions = { ...FREE, quiet: 'frame-not-allowed' }
    const ended = run(FREE, now(FREE), { kind: 'resolved' }, { kind: 'opened' }, now(barred))
    expect(ended.effects.slice(-2)).toEqual(['close', 'tell-paused'])
    expect(ended).toMatchObject({ reason: 'frame-not-allowed', session: { phase: 'quiet' } })
  })

  it('names a link that failed, and asks nothing until it is back', () => {
    const refused: Conditions = { ...FREE, link: 'token-refused' }
    const waiting = run(refused, now(refused))
    expect(waiting).toMatchObject({ effects: ['tell-error'], reason: 'token-refused' })
    expect(run(refused, now(refused), now(FREE)).effects).toContain('resolve')
  })

  it('takes a new connection after the link was lost', () => {
    const lost: Conditions = { ...FREE, link: 'connector-unreachable' }
    const { effects, session } = run(
      FREE,
      now(FREE),
      { kind: 'resolved' },
      { kind: 'opened' },
      now(lost),
    )
    expect(effects).toContain('close')
    expect(session.phase).toBe('quiet')
  })

  it('is held while the budget is spent, without hanging up', () => {
    const spent: Conditions = { ...FREE, held: 'budget-spent' }
    const held = run(FREE, now(FREE), { kind: 'resolved' }, { kind: 'opened' }, now(spent))
    expect(held).toMatchObject({ reason: 'budget-spent', session: { phase: 'open' } })
    expect(held.effects).not.toContain('close')
  })

  it('never runs while quiet, never says the same thing twice, in any order of events', () => {
    const reasons: Reason[] = ['hidden', 'switched-off', 'address-unreachable', 'rate-dropped']
    const conditions = fc.record({
      quiet: fc.constantFrom<Reason | null>(
        null,
        null,
        'hidden',
        'switched-off',
        'frame-not-allowed',
      ),
      link: fc.constantFrom<Conditions['link']>('ready', 'ready', 'connecting', 'token-refused'),
      held: fc.constantFrom<Reason | null>(null, 'budget-spent'),
    })
    const event: fc.Arbitrary<SessionEvent> = fc.oneof(
      conditions.map(now),
      fc.constantFrom<SessionEvent>(
        { kind: 'resolved' },
        { kind: 'opened' },
        { kind: 'paid' },
        { kind: 'retry' },
        { kind: 'rested' },
      ),
      fc.constantFrom(...reasons).map(failed),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let session = newSession(FREE)
        let pending = false
        for (const one of events) {
          const after = step(session, one)
          session = after.session
          const running = ['resolving', 'resolved', 'opening', 'open'].includes(session.phase)
          if (session.conditions.quiet) expect(running).toBe(false)
          for (const effect of after.effects) {
            if (effect === 'tell-pending') {
              expect(pending).toBe(false)
              pending = true
            }
            if (effect === 'tell-paused') {
              expect(pending).toBe(true)
              pending = false
            }
          }
        }
      }),
      { numRuns: 2000 },
    )
  })
})
