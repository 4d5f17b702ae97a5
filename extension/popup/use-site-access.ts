import { useEffect, useState } from 'preact/hooks'
import browser from '../native-browser.ts'
import { neededAccess } from '../icon/needed-access.ts'

export interface SiteAccess {
  /** Null: not known yet. */
  readonly granted: boolean | null
  /** To be called while a press of a button is handled: the browser asks nobody otherwise. */
  readonly ask: () => Promise<boolean>
}

const needed = () => neededAccess(browser.runtime.getManifest())

export const useSiteAccess = (): SiteAccess => {
  const [granted, setGranted] = useState<boolean | null>(null)
  useEffect(() => {
    const look = () => void browser.permissions.contains(needed()).then(setGranted)
    look()
    browser.permissions.onAdded.addListener(look)
    browser.permissions.onRemoved.addListener(look)
    return () => {
      browser.permissions.onAdded.removeListener(look)
      browser.permissions.onRemoved.removeListener(look)
    }
  }, [])
  const ask = async () => {
    const answer = await browser.permissions.request(needed())
    setGranted(answer)
    return answer
  }
  return { granted, ask }
}
