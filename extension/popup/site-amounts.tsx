import type { RefObject } from 'preact'
import type { Asset } from '../../src/money/asset.ts'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import { formatAmount } from '../ui/format-amount.ts'
import { monthOfHours } from '../ui/month-of-hours.ts'
import { SETTINGS_WORDS } from '../ui/words/settings-words.ts'
import { SITE_RULE_WORDS as words } from '../ui/words/site-rule-words.ts'
import { AmountSetting } from './amount-setting.tsx'
import { siteRuleTexts } from './site-rule-texts.ts'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface SiteAmountsProps {
  readonly rule: SiteRuleSnapshot
  readonly asset: Asset
  readonly rateField: RefObject<HTMLInputElement | null>
  readonly capField: RefObject<HTMLInputElement | null>
  readonly send: Send
}

/** A site's own rate and cap: each is saved by itself, and may be empty. */
export const SiteAmounts = ({ rule, asset, rateField, capField, send }: SiteAmountsProps) => {
  const rate = useCommand(send, 'setSiteRule')
  const cap = useCommand(send, 'setSiteRule')
  const texts = siteRuleTexts(rule, asset)
  const { ratePerHour } = rule
  const rateMeans =
    ratePerHour === null
      ? words.rateMeans
      : words.ownRateMeans(
          formatAmount(ratePerHour, asset),
          formatAmount(monthOfHours(ratePerHour), asset),
        )
  return (
    <>
      <AmountSetting
        label={words.rate}
        kept={texts.perHour}
        unit={SETTINGS_WORDS.anHour(asset.code)}
        hint={rateMeans}
        field={rateField}
        state={rate.state}
        failure={rate.failure}
        onSave={(text) => rate.run({ ...texts, perHour: text })}
        onType={rate.reset}
      />
      <AmountSetting
        label={words.cap}
        kept={texts.monthlyCap}
        unit={asset.code}
        hint={words.capMeans}
        field={capField}
        state={cap.state}
        failure={cap.failure}
        onSave={(text) => cap.run({ ...texts, monthlyCap: text })}
        onType={cap.reset}
      />
    </>
  )
}
