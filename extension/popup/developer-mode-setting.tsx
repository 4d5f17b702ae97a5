import { SETTINGS_WORDS as words } from '../ui/words/settings-words.ts'
import { Checkbox } from './checkbox.tsx'
import { CommandError } from './command-error.tsx'
import { useCommand } from './use-command.ts'
import { useWanted } from './use-wanted.ts'
import type { Send } from './wallet-link.ts'

interface DeveloperModeSettingProps {
  readonly on: boolean
  readonly send: Send
}

export const DeveloperModeSetting = ({ on, send }: DeveloperModeSettingProps) => {
  const { failure, run } = useCommand(send, 'setDeveloperMode')
  const { shown, want } = useWanted(on, (wanted) => run({ on: wanted }))
  return (
    <div>
      <Checkbox
        label={words.developerMode}
        hint={words.developerModeMeans}
        checked={shown}
        onChange={want}
      />
      <CommandError failure={failure} />
    </div>
  )
}
