import { useCallback, useState } from 'preact/hooks'
import type { CommandName, Commands } from '../messages/popup-port.ts'
import type { Outcome } from './outcome.ts'
import type { Send } from './wallet-link.ts'

export interface Command<Name extends CommandName> {
  readonly state: 'idle' | 'busy' | 'done'
  readonly failure: Outcome
  readonly run: (payload: Commands[Name]) => Promise<Outcome>
  /** Forgets how the last run ended, once its fields are typed in again. */
  readonly reset: () => void
}

export const useCommand = <Name extends CommandName>(send: Send, name: Name): Command<Name> => {
  const [{ state, failure }, set] = useState<Pick<Command<Name>, 'state' | 'failure'>>({
    state: 'idle',
    failure: null,
  })
  const run = async (payload: Commands[Name]) => {
    set({ state: 'busy', failure: null })
    const outcome = await send(name, payload)
    set({ state: outcome === null ? 'done' : 'idle', failure: outcome })
    return outcome
  }
  const reset = useCallback(() => set({ state: 'idle', failure: null }), [])
  return { state, failure, run, reset }
}
