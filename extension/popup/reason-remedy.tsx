import browser from '../native-browser.ts'
import type { Asset } from '../../src/money/asset.ts'
import type { Reason } from '../../src/reason/reason.ts'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import { PAGE_WORDS } from '../ui/words/page-words.ts'
import { SITE_RULE_ACTIONS } from '../ui/words/site-rule-words.ts'
import { CommandError } from './command-error.tsx'
import { CopyBox } from './copy-box.tsx'
import { REASON_ACTION, type Action } from './reason-action.ts'
import { saveOldBook } from './save-old-book.ts'
import type { SettingsTarget } from './settings-target.ts'
import { siteRuleTexts } from './site-rule-texts.ts'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

const WORDS: Readonly<Record<Action, string>> = { ...PAGE_WORDS, ...SITE_RULE_ACTIONS }

export interface ReasonRemedyProps {
  readonly reason: Reason
  readonly tabId: number | null
  readonly send: Send
  readonly lead: (to: SettingsTarget) => void
  /** Of the page that is not paid. */
  readonly site?: { readonly rule: SiteRuleSnapshot; readonly asset: Asset }
}

/** What can be done about a reason: one button, or the text that somebody else needs. */
export const ReasonRemedy = ({ reason, tabId, send, lead, site }: ReasonRemedyProps) => {
  const payments = useCommand(send, 'setPayments')
  const account = useCommand(send, 'acceptAccount')
  const repair = useCommand(send, 'repairBook')
  const date = useCommand(send, 'confirmDate')
  const rule = useCommand(send, 'setSiteRule')
  const failures = [payments, account, date, repair, rule].map((command) => command.failure)
  const failure = failures.find((one) => one !== null) ?? null
  const acts: Readonly<Record<Action, () => void>> = {
    switchOn: () => void payments.run({ on: true }),
    acceptAccount: () => void account.run({}),
    confirmDate: () => void date.run({}),
    repairBook: () => void saveOldBook().then(() => repair.run({})),
    checkConnection: () => lead('connection'),
    setRate: () => lead('rate'),
    paySite: () => site && void rule.run({ ...siteRuleTexts(site.rule, site.asset), never: false }),
    setSiteRate: () => lead('siteRate'),
    raiseCap: () => lead('siteCap'),
    reload: () => tabId !== null && void browser.tabs.reload(tabId),
  }
  // The port's Origin header is this extension's own origin.
  if (reason === 'origin-refused') return <CopyBox text={location.origin} />
  const action = REASON_ACTION[reason]
  if (action === null) return null
  return (
    <>
      <button type="button" class="secondary" onClick={acts[action]}>
        {WORDS[action]}
      </button>
      <CommandError failure={failure} />
    </>
  )
}
