import { useState } from 'preact/hooks'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import { BudgetStep } from '../popup/budget-step.tsx'
import { Header } from '../popup/header.tsx'
import { UnusableView } from '../popup/unusable-view.tsx'
import { useWallet } from '../popup/use-wallet.ts'
import { DASHBOARD_WORDS as words } from '../ui/words/dashboard-words.ts'
import { ConnectionsCard } from './connections-card.tsx'
import { DeleteCard } from './delete-card.tsx'
import { HistoryView } from './history-view.tsx'
import { PageDaysCard } from './page-days-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { SettingsFileCard } from './settings-file-card.tsx'
import { useHistory } from './use-history.ts'

export const App = () => {
  const [rules, setRules] = useState<readonly SiteRuleSnapshot[] | null>(null)
  const { snapshot, unusable, waiting, send } = useWallet(null, setRules)
  const [chosen, choose] = useState<string | null>(null)
  const [rangeId, setRange] = useState('all')
  const ours = snapshot?.connection?.book ?? null
  const { spent = '', inDoubt = '' } = snapshot?.budget ?? {}
  const news = [snapshot === null, ours, spent, inDoubt, snapshot?.unwritten].join(' ')
  const history = useHistory(chosen ?? ours, rangeId, news, snapshot?.deletions ?? 0)

  const view = () => {
    if (unusable !== null) return <UnusableView why={unusable} />
    if (history === 'failed') return <p class="card error">{words.failed}</p>
    if (snapshot === null || (history === null && ours !== null))
      return <p class="waking">{words.loading}</p>
    if (history === null || history.days.length === 0)
      return <p class="card empty">{words.empty}</p>
    return <HistoryView {...{ history, rangeId, setRange, choose, send }} />
  }
  return (
    <>
      <Header />
      <main class="dashboard" aria-busy={waiting} data-range={rangeId}>
        <h2 class="page-title">{words.title}</h2>
        {view()}
        {snapshot !== null && rules !== null && (
          <RulesCard {...{ rules, snapshot, history, send }} />
        )}
        {snapshot !== null && (
          <div class="columns">
            {snapshot.setup === 'budget' && snapshot.connection !== null && (
              <BudgetStep
                key={ours}
                asset={snapshot.connection.asset}
                alone={snapshot.connections.length === 1}
                send={send}
              />
            )}
            <ConnectionsCard
              connections={snapshot.connections}
              live={snapshot.connection}
              send={send}
            />
            <PageDaysCard days={snapshot.pageDays} send={send} />
            <SettingsFileCard send={send} />
            <DeleteCard send={send} />
          </div>
        )}
      </main>
    </>
  )
}
