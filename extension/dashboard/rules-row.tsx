import type { Asset } from '../../src/money/asset.ts'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { shownOrigin } from '../ui/shown-origin.ts'
import { RULES_WORDS as words } from '../ui/words/rules-words.ts'
import { SITE_RULE_WORDS } from '../ui/words/site-rule-words.ts'

interface RulesRowProps {
  readonly rule: SiteRuleSnapshot
  /** Null without a connection; amounts are in it. */
  readonly asset: Asset | null
  readonly month: bigint
  readonly selected: boolean
  readonly onSelect: (on: boolean) => void
}

export const RulesRow = ({ rule, asset, month, selected, onSelect }: RulesRowProps) => {
  const { origin, never, ratePerHour, monthlyCap } = rule
  const name = shownOrigin(origin)
  const amount = (units: string | null) =>
    units === null || asset === null ? '–' : formatAmount(units, asset)
  return (
    <tr data-rule={origin} data-never={never} data-rate={ratePerHour} data-cap={monthlyCap}>
      <td class="select">
        <input
          type="checkbox"
          aria-label={words.select(name)}
          checked={selected}
          onChange={(event) => onSelect(event.currentTarget.checked)}
        />
      </td>
      <th scope="row" title={origin}>
        <bdi>{name}</bdi>
      </th>
      <td class={never ? 'never' : ''}>{never ? SITE_RULE_WORDS.never : SITE_RULE_WORDS.pay}</td>
      <td>{amount(ratePerHour)}</td>
      <td>{amount(monthlyCap)}</td>
      <td>{month === 0n ? '–' : amount(month.toString())}</td>
    </tr>
  )
}
