import { useRef, useState } from 'preact/hooks'
import type { ConnectionSnapshot, ListedConnectionSnapshot } from '../../src/wallet/snapshot.ts'
import { CommandError } from '../popup/command-error.tsx'
import { Confirm } from '../popup/confirm.tsx'
import { ConnectionState } from '../popup/connection-state.tsx'
import { DetailsList, type DetailsRow } from '../popup/details-list.tsx'
import { RepeatNotice } from '../popup/repeat-notice.tsx'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { CONNECTIONS_WORDS as words } from '../ui/words/connections-words.ts'
import { DASHBOARD_WORDS } from '../ui/words/dashboard-words.ts'
import { SETTINGS_WORDS } from '../ui/words/settings-words.ts'
import { ConnectionName } from './connection-name.tsx'
import { RowButton } from './row-button.tsx'

interface ConnectionRowProps {
  readonly listed: ListedConnectionSnapshot
  /** What is known of the link, where this one is in use. */
  readonly live: ConnectionSnapshot | null
  readonly mayGo: boolean
  readonly send: Send
  readonly onUsed: (name: string) => void
  readonly onRemoved: () => void
}

const monthOf = ({ month, asset }: ListedConnectionSnapshot): string =>
  month === null
    ? words.noBudget
    : words.monthOf(formatAmount(month.counted, asset), formatAmount(month.limit, asset))

export const ConnectionRow = (props: ConnectionRowProps) => {
  const { listed, live, mayGo, send, onUsed, onRemoved } = props
  const { id, name, address, username, ilpAddress, asset, month, inUse } = listed
  const [open, setOpen] = useState<'name' | 'remove' | null>(null)
  const [ms, setMs] = useState(0)
  const testing = useRef<HTMLButtonElement>(null)
  const renaming = useRef<HTMLButtonElement>(null)
  const removing = useRef<HTMLButtonElement>(null)
  const using = useCommand(send, 'useConnection')
  const removal = useCommand(send, 'removeConnection')
  const { state, failure, run } = useCommand(send, 'testConnection')

  const use = async () => {
    if (using.state === 'busy' || (await using.run({ id })) !== null) return
    // The button that was pressed goes.
    testing.current?.focus()
    onUsed(name)
  }
  const test = async () => {
    if (state === 'busy') return
    const began = performance.now()
    await run({ id })
    setMs(Math.ceil(performance.now() - began))
  }
  const remove = async () => {
    if ((await removal.run({ id })) === null) onRemoved()
  }
  const toggle = (part: 'name' | 'remove') => setOpen(open === part ? null : part)
  const rows: DetailsRow[] = [
    [SETTINGS_WORDS.address, address],
    [SETTINGS_WORDS.account, username === '' ? SETTINGS_WORDS.noAccount : username],
    [SETTINGS_WORDS.ilpAddress, ilpAddress],
    [SETTINGS_WORDS.asset, `${asset.code} / ${asset.scale}`],
    [words.month, monthOf(listed)],
  ]
  if (live !== null) rows.unshift([SETTINGS_WORDS.state, <ConnectionState {...live} />])
  return (
    <li
      class="connection-row"
      data-connection-id={id}
      data-in-use={inUse}
      data-counted={month?.counted}
    >
      <div class="card-head">
        <h4>
          <bdi>{name}</bdi>
        </h4>
        {inUse && <span class="in-use">{words.inUse}</span>}
      </div>
      <DetailsList rows={rows} />
      {live?.mayRepeat && <RepeatNotice />}
      <div class="row-buttons">
        {!inUse && (
          <RowButton label={words.use} name={name} busy={using.state === 'busy'} onPress={use} />
        )}
        <RowButton
          label={DASHBOARD_WORDS.test}
          name={name}
          button={testing}
          busy={state === 'busy'}
          onPress={test}
        />
        <RowButton
          label={words.rename}
          name={name}
          button={renaming}
          open={open === 'name'}
          onPress={() => toggle('name')}
        />
        {mayGo && (
          <RowButton
            label={words.remove}
            name={name}
            button={removing}
            open={open === 'remove'}
            onPress={() => toggle('remove')}
          />
        )}
      </div>
      {open === 'name' && (
        <ConnectionName
          {...{ id, send }}
          kept={listed.ownName}
          onSaved={() => (setOpen(null), renaming.current?.focus())}
        />
      )}
      {open === 'remove' && mayGo && (
        <Confirm
          question={words.removeAsks(name)}
          yes={SETTINGS_WORDS.changeYes}
          no={SETTINGS_WORDS.changeNo}
          onYes={() => void remove()}
          onNo={() => (setOpen(null), removing.current?.focus())}
        >
          <CommandError failure={removal.failure} />
        </Confirm>
      )}
      <p class="progress" role="status" data-test={state}>
        {state === 'busy' && DASHBOARD_WORDS.testing}
        {state === 'done' && DASHBOARD_WORDS.tested(ms)}
      </p>
      <CommandError failure={failure ?? using.failure} address={address} />
    </li>
  )
}
