import { useState } from 'preact/hooks'
import type { ConnectionSnapshot } from '../../src/wallet/snapshot.ts'
import { CommandError } from '../popup/command-error.tsx'
import { DetailsList } from '../popup/details-list.tsx'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { REASON_WORDS } from '../ui/words/reason-words.ts'
import { SETTINGS_WORDS } from '../ui/words/settings-words.ts'

interface ConnectionCardProps {
  readonly connection: ConnectionSnapshot | null
  readonly send: Send
}

export const ConnectionCard = ({ connection, send }: ConnectionCardProps) => {
  const { state, failure, run } = useCommand(send, 'testConnection')
  const [ms, setMs] = useState(0)
  const test = async () => {
    if (state === 'busy') return
    const began = performance.now()
    await run({})
    setMs(Math.ceil(performance.now() - began))
  }
  const details = (shown: ConnectionSnapshot) => {
    const { address, ilpAddress, asset, reason } = shown
    const rows = [
      [SETTINGS_WORDS.state, reason ? REASON_WORDS[reason] : SETTINGS_WORDS.states[shown.state]],
      [SETTINGS_WORDS.address, address],
      [SETTINGS_WORDS.ilpAddress, ilpAddress],
      [SETTINGS_WORDS.asset, `${asset.code} / ${asset.scale}`],
    ] as const
    return (
      <>
        <DetailsList rows={rows} />
        <button
          type="button"
          class="secondary"
          aria-disabled={state === 'busy'}
          onClick={() => void test()}
        >
          {words.test}
        </button>
      </>
    )
  }
  return (
    <section class="card" aria-labelledby="connection-title">
      <h3 id="connection-title">{words.connection}</h3>
      {connection ? details(connection) : <p class="hint">{words.noConnection}</p>}
      <p class="progress" role="status" data-test={state}>
        {state === 'busy' && words.testing}
        {state === 'done' && words.tested(ms)}
      </p>
      <CommandError failure={failure} address={connection?.address} />
    </section>
  )
}
