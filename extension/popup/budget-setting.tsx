import type { RefObject } from 'preact'
import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'
import { typedAmount } from '../ui/typed-amount.ts'
import { SETTINGS_WORDS as words } from '../ui/words/settings-words.ts'
import { AmountSetting } from './amount-setting.tsx'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface BudgetSettingProps {
  readonly budget: BudgetSnapshot
  readonly field: RefObject<HTMLInputElement | null>
  readonly send: Send
}

export const BudgetSetting = ({ budget, field, send }: BudgetSettingProps) => {
  const { state, failure, run, reset } = useCommand(send, 'setBudget')
  return (
    <AmountSetting
      label={words.budget}
      kept={typedAmount(budget.limit, budget.asset)}
      unit={budget.asset.code}
      hint={words.budgetMeans}
      onSave={(text) => run({ budget: text })}
      onType={reset}
      {...{ field, state, failure }}
    />
  )
}
