import type { Asset } from '../../src/money/asset.ts'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import { DASHBOARD_WORDS } from '../ui/words/dashboard-words.ts'
import { RULES_WORDS as words } from '../ui/words/rules-words.ts'
import { SITE_RULE_WORDS } from '../ui/words/site-rule-words.ts'
import { RulesRow } from './rules-row.tsx'
import type { MonthAmounts, RuleKey, RuleOrder } from './sort-rules.ts'

interface RulesTableProps {
  /** Those of this page. */
  readonly shown: readonly SiteRuleSnapshot[]
  readonly asset: Asset | null
  readonly month: MonthAmounts
  readonly order: RuleOrder
  readonly onOrder: (key: RuleKey) => void
  readonly selected: ReadonlySet<string>
  readonly onSelect: (origin: string, on: boolean) => void
}

const COLUMNS: readonly (readonly [RuleKey, string])[] = [
  ['site', DASHBOARD_WORDS.site],
  ['rule', words.rule],
  ['rate', words.rate],
  ['cap', SITE_RULE_WORDS.cap],
  ['month', words.month],
]

export const RulesTable = (props: RulesTableProps) => {
  const { shown, asset, month, order, onOrder, selected, onSelect } = props
  const direction = (key: RuleKey) =>
    order.key === key ? (order.down ? 'descending' : 'ascending') : 'none'
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.table}>
      <table class="rows rules">
        <thead>
          <tr>
            <td />
            {COLUMNS.map(([key, text]) => (
              <th key={key} scope="col" aria-sort={direction(key)}>
                <button type="button" class="sort" onClick={() => onOrder(key)}>
                  {text}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((rule) => (
            <RulesRow
              key={rule.origin}
              rule={rule}
              asset={asset}
              month={month.get(rule.origin) ?? 0n}
              selected={selected.has(rule.origin)}
              onSelect={(on) => onSelect(rule.origin, on)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
