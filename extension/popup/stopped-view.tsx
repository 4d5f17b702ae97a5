import type { Reason } from '../../src/reason/reason.ts'
import { WalletNotice } from './wallet-notice.tsx'
import type { Send } from './wallet-link.ts'

interface StoppedViewProps {
  readonly reason: Reason
  readonly tabId: number | null
  readonly send: Send
}

/** Without a book there are no figures to show: only why, and what to do about it. */
export const StoppedView = (props: StoppedViewProps) => (
  <div data-view="stopped">
    <WalletNotice {...props} lead={() => {}} />
  </div>
)
