import { useId, useMemo, useState } from 'preact/hooks'
import type { Asset } from '../../src/money/asset.ts'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import { TextField } from '../popup/text-field.tsx'
import type { Send } from '../popup/wallet-link.ts'
import { formatCount } from '../ui/format-count.ts'
import { DASHBOARD_WORDS } from '../ui/words/dashboard-words.ts'
import { RULES_WORDS as words } from '../ui/words/rules-words.ts'
import { ChangeRules } from './change-rules.tsx'
import { Pager } from './pager.tsx'
import { RulesTable } from './rules-table.tsx'
import { sortRules, type MonthAmounts, type RuleKey } from './sort-rules.ts'
import { pressedColumn, type TableOrder } from './table-order.ts'
import { usePages } from './use-pages.ts'

interface RulesListProps {
  readonly rules: readonly SiteRuleSnapshot[]
  readonly asset: Asset | null
  readonly month: MonthAmounts
  readonly send: Send
  readonly onSay: (text: string) => void
}

/** The rules that a search finds, page by page, and what is done with those that are selected. */
export const RulesList = ({ rules, asset, month, send, onSay }: RulesListProps) => {
  const [typed, type] = useState('')
  const [order, setOrder] = useState<TableOrder<RuleKey>>({ key: 'site', down: false })
  const [selected, select] = useState<ReadonlySet<string>>(new Set())
  const all = useId()
  const found = useMemo(() => sortRules(rules, month, typed, order), [rules, month, typed, order])
  // What a search hides is not changed.
  const chosen = useMemo(
    () => found.map(({ origin }) => origin).filter((origin) => selected.has(origin)),
    [found, selected],
  )
  const { shown, page, pages, turn } = usePages(found)
  const sortBy = (key: RuleKey) => {
    setOrder(pressedColumn(order, key))
    turn(0)
  }
  const selectOne = (origin: string, on: boolean) => {
    const next = new Set(selected)
    if (on) next.add(origin)
    else next.delete(origin)
    select(next)
  }
  return (
    <>
      <TextField
        label={words.search}
        value={typed}
        onType={(text) => (type(text), turn(0))}
        free
        error={null}
      />
      <ChangeRules origins={chosen} asset={asset} send={send} onSay={onSay} />
      <div class="selection">
        {found.length > 0 && (
          <span class="select-all">
            <input
              type="checkbox"
              id={all}
              checked={chosen.length === found.length}
              indeterminate={chosen.length > 0 && chosen.length < found.length}
              onChange={({ currentTarget }) =>
                select(new Set(currentTarget.checked ? found.map(({ origin }) => origin) : []))
              }
            />
            <label for={all}>{words.selectAll(found.length)}</label>
          </span>
        )}
        <p class="hint" role="status" data-rules={found.length} data-selected={chosen.length}>
          {found.length === 0
            ? DASHBOARD_WORDS.none
            : words.selected(formatCount(chosen.length), formatCount(found.length))}
        </p>
      </div>
      {found.length > 0 && (
        <RulesTable
          {...{ shown, asset, month, order, selected }}
          onOrder={sortBy}
          onSelect={selectOne}
        />
      )}
      <Pager page={page} pages={pages} onTurn={turn} />
    </>
  )
}
