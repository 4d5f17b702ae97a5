import browser from 'webextension-polyfill'
import type { Reason } from '../../src/reason/reason.ts'
import { failureWords } from '../ui/words/failure-words.ts'
import { PAGE_WORDS } from '../ui/words/page-words.ts'
import { CopyBox } from './copy-box.tsx'
import { REASON_ACTION, type Action } from './reason-action.ts'
import { saveOldBook } from './save-old-book.ts'
import type { SettingsTarget } from './settings-target.ts'
import { useCommand } from './use-command.ts'
import type { Send } from './wallet-link.ts'

export interface ReasonRemedyProps {
  readonly reason: Reason
  readonly tabId: number | null
  readonly send: Send
  readonly lead: (to: SettingsTarget) => void
}

/** What can be done about a reason: one button, or the text that somebody else needs. */
export const ReasonRemedy = ({ reason, tabId, send, lead }: ReasonRemedyProps) => {
  const payments = useCommand(send, 'setPayments')
  const account = useCommand(send, 'acceptAccount')
  const repair = useCommand(send, 'repairBook')
  const date = useCommand(send, 'confirmDate')
  const failure = payments.failure ?? account.failure ?? date.failure ?? repair.failure
  const acts: Readonly<Record<Action, () => void>> = {
    switchOn: () => void payments.run({ on: true }),
    acceptAccount: () => void account.run({}),
    confirmDate: () => void date.run({}),
    repairBook: () => void saveOldBook().then(() => repair.run({})),
    checkConnection: () => lead('connection'),
    setRate: () => lead('rate'),
    reload: () => tabId !== null && void browser.tabs.reload(tabId),
  }
  // The port's Origin header is this extension's own origin.
  if (reason === 'origin-refused') return <CopyBox text={location.origin} />
  const action = REASON_ACTION[reason]
  if (action === null) return null
  return (
    <>
      <button type="button" class="secondary" onClick={acts[action]}>
        {PAGE_WORDS[action]}
      </button>
      {failure !== null && (
        <p class="error" role="alert">
          {failureWords(failure)}
        </p>
      )}
    </>
  )
}
