import { AccessNotice } from '../popup/access-notice.tsx'
import { useSiteAccess } from '../popup/use-site-access.ts'
import { WELCOME_WORDS as words } from '../ui/words/welcome-words.ts'

export const AccessCard = () => {
  const { granted, ask } = useSiteAccess()
  if (granted === false) return <AccessNotice ask={ask} tabId={null} />
  return (
    <section class="card welcome-card">
      <h2>{words.accessTitle}</h2>
      <p>{words.accessGranted}</p>
    </section>
  )
}
