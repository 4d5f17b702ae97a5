import { CommandError } from '../popup/command-error.tsx'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { WALLET_WORDS } from '../ui/words/wallet-words.ts'
import { SelectField } from './select-field.tsx'

interface PageDaysCardProps {
  readonly days: number
  readonly send: Send
}

export const PageDaysCard = ({ days, send }: PageDaysCardProps) => {
  const { state, failure, run } = useCommand(send, 'setPageDays')
  return (
    <section class="card" aria-labelledby="page-days-title">
      <h3 id="page-days-title">{words.pages}</h3>
      <SelectField
        label={words.pageDays}
        value={String(days)}
        options={Object.entries(words.days)}
        onChoose={(value) => void run({ days: value })}
        hint={words.pageDaysMeans}
      />
      <p class="progress" role="status">
        {state === 'done' && WALLET_WORDS.saved}
      </p>
      <CommandError failure={failure} />
    </section>
  )
}
