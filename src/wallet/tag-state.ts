import { reasonOf, type Session } from '../session/session.ts'
import type { TagSnapshot } from './snapshot.ts'

/** What people are told of a tag: whether it is paid, and why not. */
export const tagState = (session: Session): Pick<TagSnapshot, 'state' | 'reason'> => {
  const reason = reasonOf(session)
  if (reason === null) return { state: 'paying', reason }
  return { state: session.phase === 'stopped' ? 'stopped' : 'waiting', reason }
}
