import { useRef, useState } from 'preact/hooks'
import type { Asset } from '../../src/money/asset.ts'
import { RULE_CHANGES } from '../../src/wallet/site-rules-command.ts'
import { Confirm } from '../popup/confirm.tsx'
import { CommandError } from '../popup/command-error.tsx'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { DASHBOARD_WORDS } from '../ui/words/dashboard-words.ts'
import { failureWords } from '../ui/words/failure-words.ts'
import { RULES_WORDS as words } from '../ui/words/rules-words.ts'
import { RuleChangeFields, takesAmount, type ChosenChange } from './rule-change-fields.tsx'

interface ChangeRulesProps {
  readonly origins: readonly string[]
  readonly asset: Asset | null
  readonly send: Send
  /** What came of it, in words; where the last rule goes, this form goes with it. */
  readonly onSay: (text: string) => void
}

/** What goes with this change has to be asked for. */
const questionFor = ({ change, amount }: ChosenChange, count: number): string | null => {
  if (change === 'defaults') return words.asks.defaults(count)
  return takesAmount(change) && amount.trim() === '' ? words.asks[change](count) : null
}

/** One change for all sites that are selected. */
export const ChangeRules = ({ origins, asset, send, onSay }: ChangeRulesProps) => {
  const [chosen, choose] = useState<ChosenChange>({ change: 'never', amount: '' })
  const [asked, ask] = useState<string | null>(null)
  const [unselected, setUnselected] = useState(false)
  const { state, failure, run, reset } = useCommand(send, 'setSiteRules')
  const field = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const count = origins.length
  const clear = () => {
    reset()
    ask(null)
    setUnselected(false)
    onSay('')
  }
  const apply = async () => {
    clear()
    button.current?.focus()
    const failed = await run({ origins: origins.join(' '), ...chosen })
    if (failed === null) onSay(words.done(count))
    else if (failed.field === 'amount') field.current?.focus()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (state === 'busy') return
    clear()
    if (count === 0) return setUnselected(true)
    const question = questionFor(chosen, count)
    if (question === null) void apply()
    else ask(question)
  }
  return (
    <form class="change-rules" onSubmit={submit} noValidate>
      <div class="rule-fields">
        <RuleChangeFields
          {...chosen}
          label={words.change}
          choices={RULE_CHANGES}
          asset={asset}
          mayBeEmpty
          error={failure?.field === 'amount' ? failureWords(failure) : null}
          field={field}
          onChoose={(next) => (clear(), choose(next))}
        />
        <button type="submit" class="secondary" ref={button} aria-disabled={state === 'busy'}>
          {words.apply}
        </button>
      </div>
      {asked !== null && (
        <Confirm
          question={asked}
          yes={words.yes}
          no={DASHBOARD_WORDS.removeNo}
          onYes={() => void apply()}
          onNo={() => (clear(), button.current?.focus())}
        />
      )}
      {unselected && count === 0 && (
        <p class="error" role="alert">
          {words.noneSelected}
        </p>
      )}
      <CommandError failure={failure?.field === 'amount' ? null : failure} />
    </form>
  )
}
