import browser, { type Runtime } from 'webextension-polyfill'
import { readOrigin } from '../../src/wallet/site-rules.ts'
import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import type { Wallet } from '../../src/wallet/wallet.ts'
import { parseFromPopup } from '../messages/parse-from-popup.ts'
import {
  FEW_SITES,
  type CommandFailure,
  type FromPopup,
  type ToPopup,
} from '../messages/popup-port.ts'
import type { Unusable } from '../messages/unusable.ts'
import { runCommand } from './run-command.ts'

/** Snapshots are whole, so it is enough to send the newest one this often. */
const PAUSE_MS = 100

/** The open popups; each watches one tab. */
export interface PopupDoor {
  admit(port: Runtime.Port): void
  /** Something in the snapshots is different. */
  changed(): void
  /** There is no wallet, and will not be. */
  refuse(why: Unusable): void
}

/**
 * Pages without a tag never speak to the background. That they could be seen is known from the browser:
 * it tells a tab's address where the extension has access to it.
 */
const siteOf = async (tab: number): Promise<string | null> => {
  try {
    const { url } = await browser.tabs.get(tab)
    return readOrigin(url ?? '')
  } catch {
    return null // closed meanwhile
  }
}

export const createPopupDoor = (ready: Promise<Wallet>, origin: string): PopupDoor => {
  const watching = new Map<Runtime.Port, number | null>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let refused: Unusable | null = null

  /** Those that follow the rules of all sites, and what each was told. */
  const following = new Map<Runtime.Port, Extract<ToPopup, { kind: 'rules' }>>()

  /** Those that show sites: how many, and what is called when they do so no longer. */
  const sites = new Map<Runtime.Port, { readonly most: number; readonly stop: () => void }>()

  const say = (port: Runtime.Port, message: ToPopup): void => {
    if (watching.has(port)) port.postMessage(message)
  }
  const tellRules = (port: Runtime.Port, rules: readonly SiteRuleSnapshot[], id: string): void => {
    const told = { kind: 'rules', id, rules } as const
    following.set(port, told)
    say(port, told)
  }
  const show = async (wallet: Wallet, port: Runtime.Port): Promise<void> => {
    const told = following.get(port)
    const rules = told && wallet.siteRules()
    if (rules && told.rules !== rules) tellRules(port, rules, told.id)
    const tab = watching.get(port) ?? null
    const most = sites.get(port)?.most ?? 0
    const snapshot = wallet.snapshot(tab, null, most)
    // The browser is not asked where the wallet knows: a page that is paid is shown ten times a second.
    if (tab === null || snapshot.page !== null) return say(port, { kind: 'snapshot', snapshot })
    const untagged = await siteOf(tab)
    say(port, { kind: 'snapshot', snapshot: wallet.snapshot(tab, untagged, most) })
  }
  const hear = async (wallet: Wallet, port: Runtime.Port, message: FromPopup): Promise<void> => {
    if (message.kind === 'watch') {
      watching.set(port, message.tabId)
      return show(wallet, port)
    }
    if (message.kind === 'sites') {
      // Who has closed it meanwhile looks at nothing.
      if (!watching.has(port)) return
      const stop = sites.get(port)?.stop ?? wallet.watchSites()
      sites.set(port, { most: message.all ? Infinity : FEW_SITES, stop })
      return show(wallet, port)
    }
    if (message.kind === 'export') {
      const text = await wallet.commands.exportBook()
      return say(port, { kind: 'exported', id: message.id, text })
    }
    if (message.kind === 'rules') {
      return tellRules(port, wallet.siteRules(), message.id)
    }
    if (message.kind === 'preview-import') {
      const { id, text } = message
      const found = wallet.commands.previewImport(text)
      const changes = typeof found === 'string' ? ({ code: found, field: 'file' } as const) : found
      return say(port, { kind: 'import-preview', id, changes })
    }
    if (message.kind === 'export-settings') {
      const text = await wallet.commands.exportSettings(message.withToken)
      return say(port, { kind: 'exported', id: message.id, text })
    }
    // Whatever fails there (a disk that is full), who waits for the answer gets one.
    const failed: CommandFailure = { code: 'not-now', field: null }
    const failure = await runCommand(wallet, message, watching.get(port) ?? null, origin).catch(
      () => failed,
    )
    // First the state that the answer speaks of.
    await show(wallet, port)
    say(port, { kind: 'answer', id: message.id, failure })
  }
  return {
    admit(port) {
      watching.set(port, null)
      if (refused !== null) say(port, { kind: 'unusable', why: refused })
      port.onMessage.addListener((value: unknown) => {
        const message = parseFromPopup(value)
        if (message) void ready.then((wallet) => hear(wallet, port, message))
      })
      port.onDisconnect.addListener(() => {
        watching.delete(port)
        following.delete(port)
        sites.get(port)?.stop()
        sites.delete(port)
      })
    },
    refuse(why) {
      refused = why
      for (const port of watching.keys()) say(port, { kind: 'unusable', why })
    },
    changed() {
      if (watching.size === 0) return
      timer ??= setTimeout(() => {
        timer = undefined
        void ready.then((wallet) => {
          for (const port of watching.keys()) void show(wallet, port)
        })
      }, PAUSE_MS)
    },
  }
}
