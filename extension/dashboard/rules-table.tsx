import type { Asset } from '../../src/money/asset.ts'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import { DASHBOARD_WORDS } from '../ui/words/dashboard-words.ts'
import { RULES_WORDS as words } from '../ui/words/rules-words.ts'
import { SITE_RULE_WORDS } from '../ui/words/site-rule-words.ts'
import { ColumnHeads } from './column-heads.tsx'
import { RulesRow } from './rules-row.tsx'
import type { MonthAmounts, RuleKey } from './sort-rules.ts'
import type { TableOrder } from './table-order.ts'

interface RulesTableProps {
  /** Those of this page. */
  readonly shown: readonly SiteRuleSnapshot[]
  readonly asset: Asset | null
  readonly month: MonthAmounts
  readonly order: TableOrder<RuleKey>
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
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.table}>
      <table class="rows rules">
        <thead>
          <tr>
            <td />
            <ColumnHeads columns={COLUMNS} order={order} onPress={onOrder} />
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
