import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import type { ConnectionSnapshot } from '../../src/wallet/snapshot.ts'
import { SETTINGS_WORDS as words } from '../ui/words/settings-words.ts'
import { ChangeConnection } from './change-connection.tsx'
import { ConnectionState } from './connection-state.tsx'
import { DetailsList } from './details-list.tsx'
import { RepeatNotice } from './repeat-notice.tsx'
import type { Send } from './wallet-link.ts'

interface ConnectionSettingProps {
  readonly connection: ConnectionSnapshot
  readonly button: RefObject<HTMLButtonElement | null>
  readonly send: Send
}

export const ConnectionSetting = ({ connection, button, send }: ConnectionSettingProps) => {
  const { address, username, asset, ilpAddress, state, reason } = connection
  const [asking, setAsking] = useState(false)
  const rows = [
    [words.state, <ConnectionState {...{ state, reason }} />],
    [words.address, address],
    [words.account, username === '' ? words.noAccount : username],
    [words.ilpAddress, ilpAddress],
    [words.asset, asset.code],
  ] as const
  return (
    <div class="connection" data-connection={state}>
      <h3>{words.connection}</h3>
      <DetailsList rows={rows} />
      {connection.mayRepeat && <RepeatNotice />}
      <button
        type="button"
        class="secondary"
        ref={button}
        aria-expanded={asking}
        onClick={() => setAsking(!asking)}
      >
        {words.change}
      </button>
      {asking && (
        <ChangeConnection send={send} onKeep={() => (setAsking(false), button.current?.focus())} />
      )}
    </div>
  )
}
