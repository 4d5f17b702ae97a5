import { useEffect, useState } from 'preact/hooks'
import type { Manifest } from 'webextension-polyfill'
import browser from '../native-browser.ts'
import { failureWords } from '../ui/words/failure-words.ts'
import { HABIT_WORDS as words } from '../ui/words/habit-words.ts'
import { Checkbox } from './checkbox.tsx'
import { useCommand } from './use-command.ts'
import { useWanted } from './use-wanted.ts'
import type { Send } from './wallet-link.ts'

interface AllowedHabitProps {
  readonly label: string
  readonly hint: string
  readonly on: boolean
  readonly command: 'setNotifications' | 'setIdlePause'
  /** Asked for when it is switched on, and not before. */
  readonly permission: Manifest.OptionalPermission
  readonly send: Send
}

/** A habit that the browser has to allow. Without its permission it is off, whatever the wallet was told. */
export const AllowedHabit = (props: AllowedHabitProps) => {
  const { label, hint, on, command, permission, send } = props
  const { failure, run } = useCommand(send, command)
  const [allowed, setAllowed] = useState(false)
  const [refused, setRefused] = useState(false)
  const needed = { permissions: [permission] }
  useEffect(() => {
    void browser.permissions.contains(needed).then(setAllowed)
  }, [])
  const { shown, want } = useWanted(on && allowed, async (wanted) => {
    setRefused(false)
    if (!wanted) return run({ on: false })
    // Both at once: the question may close a popup, which then waits for no answer.
    const kept = run({ on: true })
    const granted = await browser.permissions.request(needed)
    setAllowed(granted)
    setRefused(!granted)
    await kept
    return granted ? kept : ((await run({ on: false })) ?? 'refused')
  })
  return (
    <div>
      <Checkbox label={label} hint={hint} checked={shown} onChange={want} />
      {(failure !== null || refused) && (
        <p class="error" role="alert">
          {failure === null ? words.notAllowed : failureWords(failure)}
        </p>
      )}
    </div>
  )
}
