import { useEffect, useRef } from 'preact/hooks'
import type { Snapshot } from '../../src/wallet/snapshot.ts'
import { BudgetStep } from '../popup/budget-step.tsx'
import { ConnectStep } from '../popup/connect-step.tsx'
import type { Send } from '../popup/wallet-link.ts'
import { WalletNotice } from '../popup/wallet-notice.tsx'
import { formatAmount } from '../ui/format-amount.ts'
import { WELCOME_WORDS as words } from '../ui/words/welcome-words.ts'

interface SetupCardProps {
  readonly snapshot: Snapshot
  readonly send: Send
}

/** The popup's own two steps, and what stands in their place once both are done. */
export const SetupCard = ({ snapshot, send }: SetupCardProps) => {
  const { setup, connection, budget, developerMode } = snapshot
  const done = setup === 'done' && connection !== null && budget !== null
  const title = useRef<HTMLHeadingElement>(null)
  const wasDone = useRef(done)
  useEffect(() => {
    // The button that was pressed last is gone: go on reading here.
    if (done && !wasDone.current) title.current?.focus()
    wasDone.current = done
  }, [done])

  if (connection === null || setup === 'connection')
    return <ConnectStep {...{ budget, developerMode, send }} />
  if (setup === 'done' && budget === null && connection.reason !== null)
    return <WalletNotice reason={connection.reason} tabId={null} send={send} lead={() => {}} />
  if (setup === 'budget' || budget === null)
    return (
      <BudgetStep asset={connection.asset} alone={snapshot.connections.length === 1} send={send} />
    )
  return (
    <section class="card welcome-card" data-welcome="done">
      <h2 ref={title} tabIndex={-1}>
        {words.doneTitle}
      </h2>
      <p role="status">
        {words.done(formatAmount(budget.limit, budget.asset), connection.address)}
      </p>
    </section>
  )
}
