import { useRef, useState } from 'preact/hooks'
import type { Snapshot } from '../../src/wallet/snapshot.ts'
import type { Send } from '../popup/wallet-link.ts'
import { inOrder } from '../ui/connections-in-order.ts'
import { CONNECTIONS_WORDS as words } from '../ui/words/connections-words.ts'
import { DASHBOARD_WORDS } from '../ui/words/dashboard-words.ts'
import { AddConnection } from './add-connection.tsx'
import { ConnectionRow } from './connection-row.tsx'

interface ConnectionsCardProps {
  readonly connections: Snapshot['connections']
  /** The one in use. */
  readonly live: Snapshot['connection']
  readonly send: Send
}

/** All connections that are set up: which one is in use, and what can be done with each. */
export const ConnectionsCard = ({ connections, live, send }: ConnectionsCardProps) => {
  const [adding, setAdding] = useState(false)
  const [said, say] = useState('')
  const add = useRef<HTMLButtonElement>(null)
  return (
    <section class="card connections" aria-labelledby="connections-title">
      <h3 id="connections-title">{words.title}</h3>
      <p class="hint">{connections.length === 0 ? DASHBOARD_WORDS.noConnection : words.means}</p>
      <ul class="connection-rows">
        {inOrder(connections).map((listed) => (
          <ConnectionRow
            key={listed.id}
            {...{ listed, send }}
            live={listed.inUse ? live : null}
            // Payments never stop because of a slip: first another one is used.
            mayGo={!listed.inUse || connections.length === 1}
            onUsed={(name) => say(words.nowInUse(name))}
            onRemoved={() => add.current?.focus()}
          />
        ))}
      </ul>
      <button
        type="button"
        class="secondary"
        ref={add}
        aria-expanded={adding}
        onClick={() => (setAdding(!adding), say(''))}
      >
        {words.add}
      </button>
      {adding && (
        <AddConnection
          send={send}
          onAdded={() => (setAdding(false), say(words.added), add.current?.focus())}
        />
      )}
      <p class="progress" role="status">
        {said}
      </p>
    </section>
  )
}
