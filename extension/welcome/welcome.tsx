import { Header } from '../popup/header.tsx'
import { UnusableView } from '../popup/unusable-view.tsx'
import { useWallet } from '../popup/use-wallet.ts'
import { WALLET_WORDS } from '../ui/words/wallet-words.ts'
import { WELCOME_WORDS as words } from '../ui/words/welcome-words.ts'
import { AccessCard } from './access-card.tsx'
import { PinCard } from './pin-card.tsx'
import { SetupCard } from './setup-card.tsx'
import { TryCard } from './try-card.tsx'

/** From the installation to the first payment, on one page that can be read in any order. */
export const Welcome = () => {
  const { snapshot, unusable, waiting, send } = useWallet(null)
  return (
    <>
      <Header />
      <main class="stack" aria-busy={waiting}>
        <section class="welcome-lead">
          <h2>{words.title}</h2>
          {words.what.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
        {unusable !== null ? (
          <UnusableView why={unusable} />
        ) : snapshot === null ? (
          <p class="waking">{WALLET_WORDS.waking}</p>
        ) : (
          <SetupCard snapshot={snapshot} send={send} />
        )}
        <AccessCard />
        <PinCard />
        <TryCard />
      </main>
    </>
  )
}
