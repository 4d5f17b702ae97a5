import type { Reason } from '../reason/reason.ts'
import { isOwnAccount, type Engine } from './engine.ts'

/** Why this connection cannot be used; null: it can, or is only not open yet. */
export const linkReason = (engine: Engine): Reason | null => {
  if (engine.journal.state === 'damaged') return 'book-damaged'
  if (engine.journal.state === 'replaced') return 'replaced'
  const { state } = engine.link
  if (state.kind === 'failed') {
    return state.reason === 'not-a-connector' ? 'connector-unreachable' : state.reason
  }
  // The budget was made for one account; paying from another would need a budget of its own.
  const other = state.kind === 'ready' && !isOwnAccount(state, engine.connection)
  return other ? 'other-account' : null
}
