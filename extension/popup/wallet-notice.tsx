import { REASON_WORDS } from '../ui/words/reason-words.ts'
import { ReasonRemedy, type ReasonRemedyProps } from './reason-remedy.tsx'
import { ToldReason } from './told-reason.tsx'

/** What is wrong with the wallet itself, whatever page is looked at. */
export const WalletNotice = (props: ReasonRemedyProps) => (
  <section class="card notice" data-notice={props.reason}>
    <ToldReason topic={props.reason} told={REASON_WORDS[props.reason]} tabId={props.tabId} />
    <ReasonRemedy {...props} />
  </section>
)
