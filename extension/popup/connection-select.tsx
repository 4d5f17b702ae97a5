import { useId } from 'preact/hooks'
import type { ListedConnectionSnapshot } from '../../src/wallet/snapshot.ts'
import { inOrder } from '../ui/connections-in-order.ts'
import { CONNECTIONS_WORDS as words } from '../ui/words/connections-words.ts'
import { SETTINGS_WORDS } from '../ui/words/settings-words.ts'
import { CommandError } from './command-error.tsx'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface ConnectionSelectProps {
  readonly connections: readonly ListedConnectionSnapshot[]
  readonly send: Send
}

/** Which connection is in use; nothing where there is nothing to choose. */
export const ConnectionSelect = ({ connections, send }: ConnectionSelectProps) => {
  const id = useId()
  const { state, failure, run } = useCommand(send, 'useConnection')
  const inUse = connections.find((one) => one.inUse)
  if (connections.length < (inUse ? 2 : 1)) return null
  return (
    <div class="connection-select">
      <label for={id}>{SETTINGS_WORDS.connection}</label>
      <select
        id={id}
        value={inUse?.id ?? ''}
        aria-busy={state === 'busy'}
        onChange={(event) => void run({ id: event.currentTarget.value })}
      >
        {!inUse && (
          <option value="" selected>
            {words.choose}
          </option>
        )}
        {inOrder(connections).map((one) => (
          <option key={one.id} value={one.id} selected={one.inUse}>
            {one.name}
          </option>
        ))}
      </select>
      <CommandError failure={failure} />
    </div>
  )
}
