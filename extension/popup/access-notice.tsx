import { useState } from 'preact/hooks'
import { REASON_WORDS } from '../ui/words/reason-words.ts'
import { WELCOME_WORDS as words } from '../ui/words/welcome-words.ts'
import { ToldReason } from './told-reason.tsx'
import type { SiteAccess } from './use-site-access.ts'

interface AccessNoticeProps extends Pick<SiteAccess, 'ask'> {
  readonly tabId: number | null
}

/** What is missing, and the one press that gives it. */
export const AccessNotice = ({ ask, tabId }: AccessNoticeProps) => {
  const [refused, setRefused] = useState(false)
  return (
    <section class="card notice" data-notice="no-site-access">
      <ToldReason topic="no-site-access" told={REASON_WORDS['no-site-access']} tabId={tabId} />
      <button
        type="button"
        class="secondary"
        onClick={() => void ask().then((granted) => setRefused(!granted))}
      >
        {words.allow}
      </button>
      {refused && (
        <p class="error" role="alert">
          {words.accessRefused}
        </p>
      )}
    </section>
  )
}
