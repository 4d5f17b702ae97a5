import type { Asset } from '../../src/money/asset.ts'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import { PAGE_WORDS as words } from '../ui/words/page-words.ts'
import { CommandError } from './command-error.tsx'
import { siteRuleTexts } from './site-rule-texts.ts'
import { ToldReason } from './told-reason.tsx'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

interface OtherWalletNoticeProps {
  readonly rule: SiteRuleSnapshot
  readonly asset: Asset
  readonly tabId: number | null
  readonly send: Send
}

/** Who has two wallets may pay a page twice. */
export const OtherWalletNotice = ({ rule, asset, tabId, send }: OtherWalletNoticeProps) => {
  const { failure, run } = useCommand(send, 'setSiteRule')
  const leave = () => void run({ ...siteRuleTexts(rule, asset), never: true })
  return (
    <section class="card notice" data-notice="other-wallet">
      <ToldReason topic="other-wallet" told={words.otherWallet} tabId={tabId} />
      <button type="button" class="secondary" onClick={leave}>
        {words.leaveToOther}
      </button>
      <CommandError failure={failure} />
    </section>
  )
}
