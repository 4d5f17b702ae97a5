import type { RefObject } from 'preact'
import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { monthOfHours } from '../ui/month-of-hours.ts'
import { readingMinutes } from '../ui/reading-minutes.ts'
import { typedAmount } from '../ui/typed-amount.ts'
import { durationWords } from '../ui/words/duration-words.ts'
import { SETTINGS_WORDS as words } from '../ui/words/settings-words.ts'
import { AmountSetting } from './amount-setting.tsx'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface RateSettingProps {
  readonly budget: BudgetSnapshot
  readonly ratePerHour: string | null
  readonly field: RefObject<HTMLInputElement | null>
  readonly send: Send
}

export const RateSetting = ({ budget, ratePerHour, field, send }: RateSettingProps) => {
  const { state, failure, run, reset } = useCommand(send, 'setRate')
  const rate = ratePerHour ?? '0'
  const month = formatAmount(monthOfHours(rate), budget.asset)
  const minutes = readingMinutes(budget.limit, rate)
  return (
    <AmountSetting
      label={words.rate}
      kept={typedAmount(rate, budget.asset)}
      unit={words.anHour(budget.asset.code)}
      hint={
        minutes === null
          ? words.rateZero
          : `${words.rateMeans(durationWords(minutes))} ${words.rateMonth(month)}`
      }
      onSave={(text) => run({ perHour: text })}
      onType={reset}
      {...{ field, state, failure }}
    />
  )
}
