import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { BudgetSnapshot, ConnectionSnapshot, Snapshot } from '../../src/wallet/snapshot.ts'
import { SETTINGS_WORDS as words } from '../ui/words/settings-words.ts'
import { BudgetSetting } from './budget-setting.tsx'
import { ConnectionSetting } from './connection-setting.tsx'
import { DeveloperModeSetting } from './developer-mode-setting.tsx'
import { HelpLink } from './help-link.tsx'
import { HabitsSetting } from './habits-setting.tsx'
import { RateSetting } from './rate-setting.tsx'
import type { SettingsTarget } from './settings-target.ts'
import { ToleranceSetting } from './tolerance-setting.tsx'
import type { Send } from './wallet-link.ts'

interface SettingsProps {
  readonly snapshot: Snapshot
  readonly connection: ConnectionSnapshot
  readonly budget: BudgetSnapshot
  readonly target: { readonly to: SettingsTarget } | null
  readonly tabId: number | null
  readonly send: Send
}

export const Settings = (props: SettingsProps) => {
  const { snapshot, connection, budget, target, tabId, send } = props
  const [open, setOpen] = useState(false)
  // Not made before somebody wants them, and kept from then on with what is typed in them.
  const wanted = useRef(false)
  wanted.current ||= open
  const places = {
    budget: useRef<HTMLInputElement>(null),
    rate: useRef<HTMLInputElement>(null),
    connection: useRef<HTMLButtonElement>(null),
  }
  const known: Partial<Record<SettingsTarget, RefObject<HTMLElement | null>>> = places
  const place = target === null ? undefined : known[target.to]
  useEffect(() => {
    if (place !== undefined) setOpen(true)
  }, [target])
  useEffect(() => {
    if (open) place?.current?.focus()
  }, [open, target])
  return (
    <section class="card settings">
      <h2>
        <button
          type="button"
          class="fold"
          aria-expanded={open}
          aria-controls="settings-body"
          onClick={() => setOpen(!open)}
        >
          {words.title}
        </button>
      </h2>
      <div id="settings-body" hidden={!open}>
        {wanted.current && (
          <>
            <BudgetSetting budget={budget} field={places.budget} send={send} />
            <RateSetting
              {...{ budget, ratePerHour: snapshot.ratePerHour, send }}
              field={places.rate}
            />
            <ToleranceSetting kept={snapshot.rateTolerance} send={send} />
            <DeveloperModeSetting on={snapshot.developerMode} send={send} />
            <HabitsSetting habits={snapshot.habits} send={send} />
            <ConnectionSetting connection={connection} button={places.connection} send={send} />
            <HelpLink tabId={tabId} />
          </>
        )}
      </div>
    </section>
  )
}
