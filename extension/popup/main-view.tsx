import { useState } from 'preact/hooks'
import type { BudgetSnapshot, ConnectionSnapshot, Snapshot } from '../../src/wallet/snapshot.ts'
import { isOurs } from '../ui/shown-origin.ts'
import { BudgetCard } from './budget-card.tsx'
import { OtherWalletNotice } from './other-wallet-notice.tsx'
import { PageCard } from './page-card.tsx'
import { pageStory } from './page-story.ts'
import { Settings } from './settings.tsx'
import type { SettingsTarget } from './settings-target.ts'
import { ShareNotice } from './share-notice.tsx'
import { SiteCard } from './site-card.tsx'
import { SitesCard } from './sites-card.tsx'
import { WalletNotice } from './wallet-notice.tsx'
import type { Send, WalletLink } from './wallet-link.ts'

interface MainViewProps {
  readonly snapshot: Snapshot
  readonly connection: ConnectionSnapshot
  readonly budget: BudgetSnapshot
  readonly tabId: number | null
  readonly send: Send
  readonly showSites: WalletLink['showSites']
}

export const MainView = (props: MainViewProps) => {
  const { snapshot, connection, budget, tabId, send, showSites } = props
  // A new object each time, so that the same action leads there twice.
  const [target, setTarget] = useState<{ readonly to: SettingsTarget } | null>(null)
  const lead = (to: SettingsTarget) => setTarget({ to })
  const story = pageStory(snapshot.page)
  return (
    <>
      {connection.reason !== null && connection.reason !== story.reason && (
        <WalletNotice reason={connection.reason} {...{ tabId, send, lead }} />
      )}
      {snapshot.pausedUntil !== null && story.reason !== 'paused' && snapshot.payments && (
        <WalletNotice reason="paused" {...{ tabId, send, lead }} />
      )}
      {snapshot.greedy !== null && <ShareNotice {...snapshot.greedy} tabId={tabId} />}
      {budget.renewal === 'asking' && story.reason !== 'clock-jumped' && (
        <WalletNotice reason="clock-jumped" {...{ tabId, send, lead }} />
      )}
      {snapshot.page?.otherWallet === true && !snapshot.page.rule.never && (
        <OtherWalletNotice rule={snapshot.page.rule} asset={budget.asset} {...{ tabId, send }} />
      )}
      <PageCard
        page={snapshot.page}
        story={story}
        asset={budget.asset}
        {...{ tabId, send, lead }}
      />
      {snapshot.page !== null && !isOurs(snapshot.page.origin) && (
        <SiteCard
          page={snapshot.page}
          oneTime={snapshot.oneTime}
          {...{ budget, target, tabId, send }}
        />
      )}
      <BudgetCard budget={budget} onRaise={() => lead('budget')} />
      <SitesCard
        sites={snapshot.sites}
        count={snapshot.siteCount ?? 0}
        asset={budget.asset}
        onAll={showSites}
      />
      <Settings {...{ snapshot, connection, budget, target, tabId, send }} />
    </>
  )
}
