import type { Runtime } from 'webextension-polyfill'
import type { Wallet } from '../../src/wallet/wallet.ts'
import { parseFromPopup } from '../messages/parse-from-popup.ts'
import type { FromPopup, ToPopup } from '../messages/popup-port.ts'
import { runCommand } from './run-command.ts'

/** Snapshots are whole, so it is enough to send the newest one this often. */
const PAUSE_MS = 100

/** The open popups; each watches one tab. */
export interface PopupDoor {
  admit(port: Runtime.Port): void
  /** Something in the snapshots is different. */
  changed(): void
}

export const createPopupDoor = (ready: Promise<Wallet>, origin: string): PopupDoor => {
  const watching = new Map<Runtime.Port, number | null>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const say = (port: Runtime.Port, message: ToPopup): void => {
    if (watching.has(port)) port.postMessage(message)
  }
  const show = (wallet: Wallet, port: Runtime.Port): void =>
    say(port, { kind: 'snapshot', snapshot: wallet.snapshot(watching.get(port) ?? null) })
  const hear = async (wallet: Wallet, port: Runtime.Port, message: FromPopup): Promise<void> => {
    if (message.kind === 'watch') {
      watching.set(port, message.tabId)
      return show(wallet, port)
    }
    const failure = await runCommand(wallet, message, origin)
    // First the state that the answer speaks of.
    show(wallet, port)
    say(port, { kind: 'answer', id: message.id, failure })
  }
  return {
    admit(port) {
      watching.set(port, null)
      port.onMessage.addListener((value: unknown) => {
        const message = parseFromPopup(value)
        if (message) void ready.then((wallet) => hear(wallet, port, message))
      })
      port.onDisconnect.addListener(() => watching.delete(port))
    },
    changed() {
      if (watching.size === 0) return
      timer ??= setTimeout(() => {
        timer = undefined
        void ready.then((wallet) => {
          for (const port of watching.keys()) show(wallet, port)
        })
      }, PAUSE_MS)
    },
  }
}
