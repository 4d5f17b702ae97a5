import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { NEEDED_ACCESS } from '../icon/needed-access.ts'

export interface SiteAccess {
  /** Null: not known yet. */
  readonly granted: boolean | null
  /** To be called while a press of a button is handled: the browser asks nobody otherwise. */
  readonly ask: () => Promise<boolean>
}

export const useSiteAccess = (): SiteAccess => {
  const [granted, setGranted] = useState<boolean | null>(null)
  useEffect(() => {
    const look = () => void browser.permissions.contains(NEEDED_ACCESS).then(setGranted)
    look()
    browser.permissions.onAdded.addListener(look)
    browser.permissions.onRemoved.addListener(look)
    return () => {
      browser.permissions.onAdded.removeListener(look)
      browser.permissions.onRemoved.removeListener(look)
    }
  }, [])
  const ask = async () => {
    const answer = await browser.permissions.request(NEEDED_ACCESS)
    setGranted(answer)
    return answer
  }
  return { granted, ask }
}
