import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { SiteRuleSnapshot, Snapshot } from '../../src/wallet/snapshot.ts'
import type { Send } from '../popup/wallet-link.ts'
import { RULES_WORDS as words } from '../ui/words/rules-words.ts'
import { AddRule } from './add-rule.tsx'
import { RulesList } from './rules-list.tsx'
import type { History } from './use-history.ts'
import { useMonthAmounts } from './use-month-amounts.ts'

interface RulesCardProps {
  readonly rules: readonly SiteRuleSnapshot[]
  readonly snapshot: Snapshot
  readonly history: History | 'failed' | null
  readonly send: Send
}

/** What the user decided about sites, all of it. */
export const RulesCard = ({ rules, snapshot, history, send }: RulesCardProps) => {
  const { connection, budget } = snapshot
  const asset = connection?.asset ?? null
  const [said, say] = useState('')
  const title = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const none = rules.length === 0
  const month = useMonthAmounts(
    none ? null : history,
    connection?.book ?? null,
    budget?.period ?? null,
  )
  useEffect(() => {
    // The button that took the last rule away is gone, and the focus with it.
    const lost = none && said !== '' && document.activeElement === document.body
    if (lost) heading.current?.focus()
  }, [none, said])
  return (
    <section class="card rules-card" aria-labelledby={title}>
      <h3 id={title} tabIndex={-1} ref={heading}>
        {words.title}
      </h3>
      <p class="hint">{none ? words.empty : words.means}</p>
      <p class="progress rules-said" role="status">
        {said}
      </p>
      {!none && <RulesList {...{ rules, asset, month, send }} onSay={say} />}
      <AddRule asset={asset} send={send} />
    </section>
  )
}
