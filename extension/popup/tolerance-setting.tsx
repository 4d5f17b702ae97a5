import { useRef } from 'preact/hooks'
import { typedNumber } from '../ui/typed-amount.ts'
import { SETTINGS_WORDS as words } from '../ui/words/settings-words.ts'
import { AmountSetting } from './amount-setting.tsx'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface ToleranceSettingProps {
  /** Hundredths of a percent. */
  readonly kept: number
  readonly send: Send
}

export const ToleranceSetting = ({ kept, send }: ToleranceSettingProps) => {
  const field = useRef<HTMLInputElement>(null)
  const { state, failure, run, reset } = useCommand(send, 'setRateTolerance')
  return (
    <AmountSetting
      label={words.tolerance}
      kept={typedNumber(String(kept / 100))}
      unit={words.percent}
      hint={words.toleranceMeans}
      onSave={(text) => run({ percent: text })}
      onType={reset}
      {...{ field, state, failure }}
    />
  )
}
