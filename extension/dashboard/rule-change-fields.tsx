import type { RefObject } from 'preact'
import type { Asset } from '../../src/money/asset.ts'
import type { RuleChange } from '../../src/wallet/site-rules-command.ts'
import { TextField } from '../popup/text-field.tsx'
import { RULES_WORDS as words } from '../ui/words/rules-words.ts'
import { SETTINGS_WORDS } from '../ui/words/settings-words.ts'
import { SITE_RULE_WORDS } from '../ui/words/site-rule-words.ts'
import { SelectField } from './select-field.tsx'

/** What a rule is to be, as somebody chose and typed it. */
export interface ChosenChange {
  readonly change: RuleChange
  /** Stays while another change is looked at. */
  readonly amount: string
}

interface RuleChangeFieldsProps extends ChosenChange {
  readonly label: string
  readonly choices: readonly RuleChange[]
  readonly asset: Asset | null
  /** May the amount be empty, and what does it mean then? */
  readonly mayBeEmpty: boolean
  readonly error: string | null
  readonly field: RefObject<HTMLInputElement | null>
  readonly onChoose: (chosen: ChosenChange) => void
}

const CHOICES: Readonly<Record<RuleChange, string>> = {
  never: SITE_RULE_WORDS.never,
  pay: SITE_RULE_WORDS.pay,
  rate: words.rate,
  cap: SITE_RULE_WORDS.cap,
  defaults: words.defaults,
}

export const takesAmount = (change: RuleChange): change is 'rate' | 'cap' =>
  change === 'rate' || change === 'cap'

export const RuleChangeFields = (props: RuleChangeFieldsProps) => {
  const { label, choices, asset, change, amount, mayBeEmpty, error, field, onChoose } = props
  const possible = choices.filter((choice) => asset !== null || !takesAmount(choice))
  const means = change === 'rate' ? SITE_RULE_WORDS.rateMeans : SITE_RULE_WORDS.capMeans
  return (
    <>
      <SelectField
        label={label}
        value={change}
        options={possible.map((choice) => [choice, CHOICES[choice]])}
        onChoose={(value) =>
          onChoose({ amount, change: possible.find((choice) => choice === value) ?? change })
        }
      />
      {asset !== null && takesAmount(change) && (
        <TextField
          label={CHOICES[change]}
          value={amount}
          onType={(text) => onChoose({ change, amount: text })}
          field={field}
          hint={mayBeEmpty ? means : undefined}
          error={error === null ? null : <p>{error}</p>}
          suffix={
            <span class="unit">
              {change === 'rate' ? SETTINGS_WORDS.anHour(asset.code) : asset.code}
            </span>
          }
          attributes={{ inputMode: 'decimal', class: 'amount-input' }}
        />
      )}
    </>
  )
}
