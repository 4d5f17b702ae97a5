import { WALLET_WORDS } from '../ui/words/wallet-words.ts'
import { BudgetStep } from './budget-step.tsx'
import { ConnectStep } from './connect-step.tsx'
import { Header } from './header.tsx'
import { MainView } from './main-view.tsx'
import { PaymentsSwitch } from './payments-switch.tsx'
import { useWallet } from './use-wallet.ts'

export const App = ({ tabId }: { readonly tabId: number | null }) => {
  const { snapshot, send } = useWallet(tabId)
  const { setup, connection = null, budget = null } = snapshot ?? {}
  const done = setup === 'done' && connection !== null && budget !== null
  return (
    <>
      <Header>{done && <PaymentsSwitch on={snapshot?.payments === true} send={send} />}</Header>
      <main class="stack" aria-busy={snapshot === null}>
        {snapshot === null ? (
          <p class="waking">{WALLET_WORDS.waking}</p>
        ) : connection === null || setup === 'connection' ? (
          <ConnectStep budget={budget} developerMode={snapshot.developerMode} send={send} />
        ) : setup === 'budget' || budget === null ? (
          <BudgetStep asset={connection.asset} send={send} />
        ) : (
          <MainView {...{ snapshot, connection, budget, tabId, send }} />
        )}
      </main>
    </>
  )
}
