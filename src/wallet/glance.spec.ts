import { expect, it } from 'vitest'
import type { Session } from '../session/session.ts'
import { isPaidHidden } from './glance.ts'
import type { LiveDocument } from './tab-documents.ts'

const session = (quiet: Session['conditions']['quiet']): Session => ({
  phase: 'open',
  conditions: { quiet, link: 'ready', held: null },
  failure: null,
  failures: 0,
  told: { load: true, error: false, pending: true },
})
const page = (visible: boolean, quiet: Session['conditions']['quiet'] = null): LiveDocument =>
  ({
    facts: { visible },
    sessions: new Map([['tag', { live: { session: session(quiet) } }]]),
  }) as unknown as LiveDocument

it('keeps the host up for a page that is hidden and paid all the same, and for no other', () => {
  expect(isPaidHidden(page(false))).toBe(true)
  expect(isPaidHidden(page(false, 'hidden'))).toBe(false)
  expect(isPaidHidden(page(true))).toBe(false)
})
