import type { Unusable } from '../messages/unusable.ts'
import { WALLET_WORDS } from '../ui/words/wallet-words.ts'
import { MoreLink } from './more-link.tsx'

/** There is no wallet to show: only why, and what to do about it. */
export const UnusableView = ({ why }: { readonly why: Unusable }) => (
  <section class="card notice" data-unusable={why}>
    <div class="told">
      <p role="alert">{WALLET_WORDS.unusable[why]}</p>{' '}
      <MoreLink topic={why} told={WALLET_WORDS.unusable[why]} tabId={null} />
    </div>
  </section>
)
