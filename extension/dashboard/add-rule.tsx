import { useRef, useState } from 'preact/hooks'
import type { Asset } from '../../src/money/asset.ts'
import { CommandError } from '../popup/command-error.tsx'
import { TextField } from '../popup/text-field.tsx'
import { useCommand } from '../popup/use-command.ts'
import type { Send } from '../popup/wallet-link.ts'
import { shownOrigin } from '../ui/shown-origin.ts'
import { failureWords } from '../ui/words/failure-words.ts'
import { RULES_WORDS as words } from '../ui/words/rules-words.ts'
import { SITE_RULE_FAILURES } from '../ui/words/site-rule-words.ts'
import { RuleChangeFields, takesAmount, type ChosenChange } from './rule-change-fields.tsx'
import { readTypedSite } from './typed-site.ts'

interface AddRuleProps {
  readonly asset: Asset | null
  readonly send: Send
}

const PROBLEMS = { malformed: SITE_RULE_FAILURES['origin-malformed'], insecure: words.insecure }

/** A rule for a site that nobody has been to yet. */
export const AddRule = ({ asset, send }: AddRuleProps) => {
  const [typed, type] = useState('')
  const [chosen, choose] = useState<ChosenChange>({ change: 'never', amount: '' })
  const [problem, setProblem] = useState<'malformed' | 'insecure' | 'amount' | null>(null)
  const [said, say] = useState('')
  const { state, failure, run, reset } = useCommand(send, 'setSiteRules')
  const address = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const clear = () => {
    setProblem(null)
    say('')
    reset()
  }
  const add = async (event: SubmitEvent) => {
    event.preventDefault()
    if (state === 'busy') return
    clear()
    const site = readTypedSite(typed)
    if (site.origin === null) {
      setProblem(site.problem)
      return address.current?.focus()
    }
    if (takesAmount(chosen.change) && chosen.amount.trim() === '') {
      setProblem('amount')
      return field.current?.focus()
    }
    const failed = await run({ origins: site.origin, ...chosen })
    if (failed === null) {
      type('')
      say(words.added(shownOrigin(site.origin)))
    }
    if (failed?.field === 'amount') field.current?.focus()
    else address.current?.focus()
  }
  const wrong = failure === null ? null : failureWords(failure)
  const wrongSite =
    problem === 'malformed' || problem === 'insecure'
      ? PROBLEMS[problem]
      : failure?.field === 'origin'
        ? wrong
        : null
  const wrongAmount =
    problem === 'amount' ? words.amountMissing : failure?.field === 'amount' ? wrong : null
  return (
    <form class="add-rule" onSubmit={(event) => void add(event)} noValidate>
      <h4>{words.add}</h4>
      <div class="rule-fields">
        <TextField
          label={words.address}
          value={typed}
          onType={(text) => (clear(), type(text))}
          field={address}
          hint={words.addressMeans}
          error={wrongSite === null ? null : <p>{wrongSite}</p>}
          attributes={{ inputMode: 'url', autocapitalize: 'none' }}
        />
        <RuleChangeFields
          {...chosen}
          label={words.addAs}
          choices={['never', 'rate', 'cap']}
          asset={asset}
          mayBeEmpty={false}
          error={wrongAmount}
          field={field}
          onChoose={(next) => (clear(), choose(next))}
        />
        <button type="submit" class="secondary" aria-disabled={state === 'busy'}>
          {words.add}
        </button>
      </div>
      <p class="progress" role="status">
        {said}
      </p>
      <CommandError failure={failure?.field === null ? failure : null} />
    </form>
  )
}
