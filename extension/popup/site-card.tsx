import { useEffect, useRef, useState } from 'preact/hooks'
import type { BudgetSnapshot, OneTimeSnapshot, PageSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { ONE_TIME_WORDS } from '../ui/words/one-time-words.ts'
import { SITE_RULE_WORDS as words } from '../ui/words/site-rule-words.ts'
import { OneTime } from './one-time.tsx'
import { PayChoice } from './pay-choice.tsx'
import type { SettingsTarget } from './settings-target.ts'
import { SiteAmounts } from './site-amounts.tsx'
import { siteRuleTexts } from './site-rule-texts.ts'
import type { Send } from './wallet-link.ts'

interface SiteCardProps {
  readonly page: PageSnapshot
  readonly oneTime: OneTimeSnapshot | null
  readonly budget: BudgetSnapshot
  readonly target: { readonly to: SettingsTarget } | null
  readonly tabId: number | null
  readonly send: Send
}

type Part = 'amounts' | 'once'

/** What holds for the site that is shown, and what it had this month. */
export const SiteCard = (props: SiteCardProps) => {
  const { page, oneTime, budget, target, tabId, send } = props
  const { origin, rule, month, tags } = page
  const { asset } = budget
  const [open, setOpen] = useState<Part | null>(null)
  const rateField = useRef<HTMLInputElement>(null)
  const capField = useRef<HTMLInputElement>(null)
  const place =
    target?.to === 'siteRate' ? rateField : target?.to === 'siteCap' ? capField : undefined
  useEffect(() => {
    if (place !== undefined) setOpen('amounts')
  }, [target])
  useEffect(() => {
    if (open === 'amounts') place?.current?.focus()
  }, [open, target])
  const payable = tags.some(({ state }) => state !== 'stopped') && !rule.never
  const shown = payable ? open : open === 'once' ? null : open
  const fold = (part: Part, label: string) => (
    <button
      type="button"
      class="quiet"
      aria-expanded={shown === part}
      onClick={() => setOpen(shown === part ? null : part)}
    >
      {label}
    </button>
  )
  return (
    <section
      class="card site-card"
      aria-labelledby="site-title"
      data-month-sent={month.sent}
      data-month-open={month.open}
      data-never={rule.never}
    >
      <div class="site-head">
        <h2 id="site-title">{words.title}</h2>
        <PayChoice rule={siteRuleTexts(rule, asset)} send={send} />
      </div>
      <p>
        <strong class="figure">{formatAmount(month.sent, asset)}</strong>{' '}
        <span class="hint">
          {rule.monthlyCap === null
            ? words.thisMonth
            : words.ofCap(formatAmount(rule.monthlyCap, asset))}
        </span>
      </p>
      <div class="site-parts">
        {fold('amounts', words.amounts)}
        {payable && fold('once', ONE_TIME_WORDS.title)}
      </div>
      {shown === 'amounts' && <SiteAmounts {...{ rule, asset, rateField, capField, send }} />}
      {(shown === 'once' || oneTime !== null) && (
        <OneTime
          key={origin}
          {...{ page, oneTime, budget, tabId, send }}
          typing={shown === 'once'}
        />
      )}
    </section>
  )
}
