import { useEffect, useState } from 'preact/hooks'
import browser from '../native-browser.ts'
import { WELCOME_WORDS as words } from '../ui/words/welcome-words.ts'
import { PinPicture } from './pin-picture.tsx'

/** Not in every browser: null, where it does not say. */
const isPinned = async (): Promise<boolean | null> => {
  const { action } = browser as unknown as {
    action: { getUserSettings?: () => Promise<{ isOnToolbar?: boolean }> }
  }
  return (await action.getUserSettings?.())?.isOnToolbar ?? null
}

export const PinCard = () => {
  const [pinned, setPinned] = useState<boolean | null>(null)
  useEffect(() => {
    const look = () => void isPinned().then(setPinned)
    look()
    // The menu with the pin takes the focus, and gives it back.
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [])
  return (
    <section class="card welcome-card">
      <h2>{words.pinTitle}</h2>
      <p>{words.pin}</p>
      <PinPicture />
      <p role="status" class="welcome-done">
        {pinned === true && words.pinned}
      </p>
    </section>
  )
}
