import { useEffect, useRef } from 'preact/hooks'
import type { BudgetSnapshot, Snapshot } from '../../src/wallet/snapshot.ts'
import { BudgetStep } from './budget-step.tsx'
import { ConnectStep } from './connect-step.tsx'
import { ConnectionSelect } from './connection-select.tsx'
import { Header } from './header.tsx'
import { MainView } from './main-view.tsx'
import { PaymentsSwitch } from './payments-switch.tsx'
import { StoppedView } from './stopped-view.tsx'
import { AccessNotice } from './access-notice.tsx'
import { UnusableView } from './unusable-view.tsx'
import { useSiteAccess } from './use-site-access.ts'
import { useWallet } from './use-wallet.ts'
import { WakingView } from './waking-view.tsx'
import { WelcomeLink } from './welcome-link.tsx'

interface AppProps {
  /** Undefined: the browser has not said yet. */
  readonly tabId: number | null | undefined
  /** The budget as it was seen last. */
  readonly last: BudgetSnapshot | null
  readonly onSnapshot: (snapshot: Snapshot) => void
}

export const App = ({ tabId: told, last, onSnapshot }: AppProps) => {
  const { snapshot, unusable, waiting, send, showSites } = useWallet(told)
  const tabId = told ?? null
  const access = useSiteAccess()
  const { setup, connection = null, budget = null } = snapshot ?? {}
  const done = setup === 'done' && connection !== null && budget !== null
  const main = useRef<HTMLElement>(null)
  const startsHere = useRef(true)

  useEffect(() => {
    if (snapshot !== null) onSnapshot(snapshot)
  }, [snapshot, onSnapshot])
  useEffect(() => {
    // The button that was pressed last is gone: go on reading where the new view begins.
    if (done && !startsHere.current) main.current?.focus()
    if (snapshot !== null) startsHere.current = done
  }, [done, snapshot])

  const view = () => {
    if (unusable !== null) return <UnusableView why={unusable} />
    if (snapshot === null) return <WakingView last={last} />
    const { developerMode } = snapshot
    const alone = snapshot.connections.length === 1
    if (connection === null || setup === 'connection')
      return <ConnectStep {...{ budget, developerMode, send }} />
    if (setup === 'done' && budget === null && connection.reason !== null)
      return <StoppedView reason={connection.reason} {...{ tabId, send }} />
    if (setup === 'budget' || budget === null)
      return <BudgetStep key={connection.book} asset={connection.asset} {...{ alone, send }} />
    // What is typed is meant for the budget that it was typed at.
    const known = { snapshot, connection, budget, tabId }
    return <MainView key={connection.book} {...{ ...known, send, showSites }} />
  }

  return (
    <>
      <Header>{done && <PaymentsSwitch on={snapshot?.payments === true} send={send} />}</Header>
      <main class="stack" ref={main} tabIndex={-1} aria-busy={waiting}>
        {done && access.granted === false && <AccessNotice ask={access.ask} tabId={tabId} />}
        {snapshot !== null && <ConnectionSelect connections={snapshot.connections} send={send} />}
        {view()}
        {setup === 'connection' && <WelcomeLink />}
      </main>
    </>
  )
}
