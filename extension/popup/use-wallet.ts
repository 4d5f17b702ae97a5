import { useEffect, useRef, useState } from 'preact/hooks'
import browser from '../native-browser.ts'
import type { Snapshot } from '../../src/wallet/snapshot.ts'
import { POPUP_PORT } from '../messages/popup-port.ts'
import { INTERRUPTED } from './outcome.ts'
import { openWalletLink, type OnRules, type Send, type WalletLink } from './wallet-link.ts'

/**
 * The wallet as last seen (null: not yet), and the way to tell it something. Waits for a tab that is not known
 * yet (undefined). `onRules`: as for the link.
 */
export const useWallet = (
  tabId: number | null | undefined,
  onRules?: OnRules,
): { snapshot: Snapshot | null; send: Send; showSites: WalletLink['showSites'] } => {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null)
  const link = useRef<WalletLink | null>(null)
  useEffect(() => {
    if (tabId === undefined) return
    const connect = () => browser.runtime.connect({ name: POPUP_PORT })
    const opened = openWalletLink(connect, tabId, setSnapshot, onRules)
    link.current = opened
    return opened.close
  }, [tabId, onRules])
  const send = useRef<Send>(
    (name, payload) => link.current?.send(name, payload) ?? Promise.resolve(INTERRUPTED),
  )
  const showSites = useRef((all: boolean) => link.current?.showSites(all))
  return { snapshot, send: send.current, showSites: showSites.current }
}
