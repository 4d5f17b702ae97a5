import { useState } from 'preact/hooks'
import { REASON_WORDS } from '../ui/words/reason-words.ts'
import { WELCOME_WORDS as words } from '../ui/words/welcome-words.ts'
import type { SiteAccess } from './use-site-access.ts'

/** What is missing, and the one press that gives it. */
export const AccessNotice = ({ ask }: Pick<SiteAccess, 'ask'>) => {
  const [refused, setRefused] = useState(false)
  return (
    <section class="card notice" data-notice="no-site-access">
      <p role="status">{REASON_WORDS['no-site-access']}</p>
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
