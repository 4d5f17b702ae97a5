import { REASON_WORDS } from '../ui/words/reason-words.ts'
import { ReasonRemedy, type ReasonRemedyProps } from './reason-remedy.tsx'

/** What is wrong with the wallet itself, whatever page is looked at. */
export const WalletNotice = (props: ReasonRemedyProps) => (
  <section class="card notice" data-notice={props.reason}>
    <p role="status">{REASON_WORDS[props.reason]}</p>
    <ReasonRemedy {...props} />
  </section>
)
