import { useRef } from 'preact/hooks'
import type { Habits } from '../../src/wallet/habits.ts'
import { HABIT_WORDS as words } from '../ui/words/habit-words.ts'
import { AllowedHabit } from './allowed-habit.tsx'
import { AmountSetting } from './amount-setting.tsx'
import { Checkbox } from './checkbox.tsx'
import { CommandError } from './command-error.tsx'
import { PauseButton } from './pause-button.tsx'
import { useCommand } from './use-command.ts'
import { useWanted } from './use-wanted.ts'
import type { Send } from './wallet-link.ts'

interface HabitsSettingProps {
  readonly habits: Habits
  readonly send: Send
}

export const HabitsSetting = ({ habits, send }: HabitsSettingProps) => {
  const audible = useCommand(send, 'setPayAudible')
  const share = useCommand(send, 'setSiteShare')
  const field = useRef<HTMLInputElement>(null)
  const { shown, want } = useWanted(habits.payAudible, (on) => audible.run({ on }))
  return (
    <div class="habits" role="group" aria-labelledby="habits-title">
      <h3 id="habits-title">{words.title}</h3>
      <PauseButton send={send} />
      <Checkbox
        label={words.payAudible}
        hint={words.payAudibleMeans}
        checked={shown}
        onChange={want}
      />
      <CommandError failure={audible.failure} />
      <AllowedHabit
        label={words.idlePause}
        hint={words.idlePauseMeans}
        on={habits.idlePause}
        command="setIdlePause"
        permission="idle"
        send={send}
      />
      <AllowedHabit
        label={words.notifications}
        hint={words.notificationsMean}
        on={habits.notifications}
        command="setNotifications"
        permission="notifications"
        send={send}
      />
      <AmountSetting
        label={words.siteShare}
        kept={String(habits.siteShare)}
        unit={words.percent}
        hint={words.siteShareMeans}
        field={field}
        state={share.state}
        failure={share.failure}
        onSave={(percent) => share.run({ percent })}
        onType={share.reset}
      />
    </div>
  )
}
