import type { Runtime } from 'webextension-polyfill'
import type { CommandName, Commands, FromPopup, ToPopup } from '../messages/popup-port.ts'
import type { Unusable } from '../messages/unusable.ts'
import type { SiteRuleSnapshot, Snapshot } from '../../src/wallet/snapshot.ts'
import { INTERRUPTED, type Outcome } from './outcome.ts'

type Port = Pick<Runtime.Port, 'postMessage' | 'disconnect' | 'onMessage' | 'onDisconnect'>

export type Send = <Name extends CommandName>(
  name: Name,
  payload: Commands[Name],
) => Promise<Outcome>

export interface WalletListeners {
  readonly onSnapshot: (snapshot: Snapshot) => void
  /** There is no wallet to speak to. */
  readonly onUnusable: (why: Unusable) => void
  /** Hears the rules of all sites, and again whenever they change. */
  readonly onRules?: ((rules: readonly SiteRuleSnapshot[]) => void) | undefined
}

export interface WalletLink {
  readonly send: Send
  /** Has snapshots with all sites from now on, or with the first few. */
  readonly showSites: (all: boolean) => void
  readonly close: () => void
}

const FIRST_WAIT = 100
const LONGEST_WAIT = 3_000

/**
 * The popup's line to the wallet. Browsers stop an idle service worker and the port with it; then the
 * line is opened again, which starts the worker, and watches the same tab.
 */
export const openWalletLink = (
  connect: () => Port,
  tabId: number | null,
  { onSnapshot, onUnusable, onRules }: WalletListeners,
): WalletLink => {
  const pending = new Map<string, (outcome: Outcome) => void>()
  let port: Port | null = null
  let wait = FIRST_WAIT
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let sites: { readonly all: boolean } | null = null

  const say = (message: FromPopup) => port?.postMessage(message)

  const hear = (message: unknown) => {
    wait = FIRST_WAIT
    const heard = message as ToPopup
    if (heard.kind === 'snapshot') return onSnapshot(heard.snapshot)
    if (heard.kind === 'unusable') return onUnusable(heard.why)
    if (heard.kind === 'rules') return onRules?.(heard.rules)
    if (heard.kind !== 'answer') return
    pending.get(heard.id)?.(heard.failure)
    pending.delete(heard.id)
  }

  const lose = () => {
    port = null
    for (const settle of pending.values()) settle(INTERRUPTED)
    pending.clear()
    if (closed) return
    clearTimeout(timer)
    timer = setTimeout(open, wait)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }

  const open = () => {
    try {
      const opened = connect()
      port = opened
      opened.onMessage.addListener(hear)
      opened.onDisconnect.addListener(lose)
      say({ kind: 'watch', tabId })
      if (sites) say({ kind: 'sites', ...sites })
      if (onRules) say({ kind: 'rules', id: crypto.randomUUID() })
    } catch {
      // The extension is being updated: its new self answers a later attempt.
      lose()
    }
  }

  open()

  return {
    send: (name, payload) =>
      new Promise((settle) => {
        const id = crypto.randomUUID()
        if (port === null) return settle(INTERRUPTED)
        pending.set(id, settle)
        try {
          // TypeScript loses that name and payload belong together; Send's type holds it.
          say({ kind: 'command', id, name, payload } as FromPopup)
        } catch {
          lose()
        }
      }),
    showSites: (all) => {
      sites = { all }
      try {
        say({ kind: 'sites', all })
      } catch {
        lose()
      }
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      port?.disconnect()
      port = null
    },
  }
}
