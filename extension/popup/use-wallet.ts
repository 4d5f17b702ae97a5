import { useEffect, useRef, useState } from 'preact/hooks'
import browser from '../native-browser.ts'
import type { Snapshot } from '../../src/wallet/snapshot.ts'
import { POPUP_PORT } from '../messages/popup-port.ts'
import type { Unusable } from '../messages/unusable.ts'
import { INTERRUPTED } from './outcome.ts'
import { openWalletLink, type Send, type WalletLink, type WalletListeners } from './wallet-link.ts'

export interface KnownWallet {
  readonly snapshot: Snapshot | null
  /** There is no wallet, and this is why: nothing will be seen. */
  readonly unusable: Unusable | null
  /** The wallet has yet to answer. */
  readonly waiting: boolean
  readonly send: Send
  readonly showSites: WalletLink['showSites']
}

/**
 * The wallet as last seen (null: not yet), and the way to tell it something. Waits for a tab that is not known
 * yet (undefined). `onRules`: as for the link.
 */
export const useWallet = (
  tabId: number | null | undefined,
  onRules?: WalletListeners['onRules'],
): KnownWallet => {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null)
  const [unusable, setUnusable] = useState<Unusable | null>(null)
  const link = useRef<WalletLink | null>(null)
  useEffect(() => {
    if (tabId === undefined) return
    const connect = () => browser.runtime.connect({ name: POPUP_PORT })
    const opened = openWalletLink(connect, tabId, {
      onSnapshot: setSnapshot,
      onUnusable: setUnusable,
      onRules,
    })
    link.current = opened
    return opened.close
  }, [tabId, onRules])
  const send = useRef<Send>(
    (name, payload) => link.current?.send(name, payload) ?? Promise.resolve(INTERRUPTED),
  )
  const showSites = useRef((all: boolean) => link.current?.showSites(all))
  const waiting = snapshot === null && unusable === null
  return { snapshot, unusable, waiting, send: send.current, showSites: showSites.current }
}
