import { useState } from 'preact/hooks'
import { Header } from '../popup/header.tsx'
import { PageCard } from '../popup/page-card.tsx'
import { pageStory } from '../popup/page-story.ts'
import { UnusableView } from '../popup/unusable-view.tsx'
import { useWallet } from '../popup/use-wallet.ts'
import { WelcomeLink } from '../popup/welcome-link.tsx'
import { TRY_WORDS as words } from '../ui/words/try-words.ts'
import { WALLET_WORDS } from '../ui/words/wallet-words.ts'
import { HeardCard } from './heard-card.tsx'
import { PointerForm } from './pointer-form.tsx'
import { useMonetizationLink } from './use-monetization-link.ts'

interface TryPageProps {
  /** Of this page itself. */
  readonly tabId: number | null
}

/** Where a remedy leads, the popup has the field for it. */
const openPopup = (): void => void window.open('/popup.html')

/** A monetized page of our own, paid through the same doors as every other, to whom its reader names. */
export const TryPage = ({ tabId }: TryPageProps) => {
  const { snapshot, unusable, waiting, send } = useWallet(tabId)
  const [href, setHref] = useState<string | null>(null)
  const heard = useMonetizationLink(href)
  const { page = null, budget = null, developerMode = false, setup } = snapshot ?? {}
  const ready = setup === 'done' && budget !== null
  return (
    <>
      <Header />
      <main class="stack" aria-busy={waiting}>
        <section class="welcome-lead">
          <h2>{words.title}</h2>
          <p>{words.what}</p>
        </section>
        {unusable !== null && <UnusableView why={unusable} />}
        {waiting && <p class="waking">{WALLET_WORDS.waking}</p>}
        {snapshot !== null && !ready && (
          <section class="card welcome-card">
            <p>{words.notReady}</p>
            <WelcomeLink />
          </section>
        )}
        {ready && (
          <>
            <PointerForm {...{ developerMode }} paying={href !== null} onPay={setHref} />
            {href !== null && (
              <PageCard
                {...{ page, tabId, send }}
                story={pageStory(page)}
                asset={budget.asset}
                lead={openPopup}
              />
            )}
            {href !== null && <HeardCard heard={heard} />}
          </>
        )}
      </main>
    </>
  )
}
