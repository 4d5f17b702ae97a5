import type { Runtime } from 'webextension-polyfill'
import type { Wallet } from '../../src/wallet/wallet.ts'
import type { DocumentDoor } from '../messages/doors.ts'
import type { DocumentFacts, TagNews } from '../messages/page-port.ts'
import { parseFromPage } from '../messages/parse-from-page.ts'
import type { FrameTree } from './frame-tree.ts'
import type { Verdict } from './frame-verdict.ts'

/** Of one tab: the popup shows that they are not paid, and no honest page has more. */
const MOST_BARRED = 32

/** The documents that have tags, each behind a port of its own. */
export interface PageDoor {
  admit(port: Runtime.Port, door: DocumentDoor): void
  tell(document: string, news: TagNews): void
}

/** The address of a tab, as far as we may know it. */
const siteOf = (port: Runtime.Port): string | null => {
  try {
    return new URL(port.sender?.tab?.url ?? '').origin
  } catch {
    return null
  }
}

/** More of a path is not kept. */
const LONGEST_PATH = 512

/** Of the page that people see, as far as we may know it. */
const pathOf = (port: Runtime.Port, site: string): string | null => {
  try {
    const { origin, pathname } = new URL(port.sender?.tab?.url ?? '')
    return origin === site ? pathname.slice(0, LONGEST_PATH) : null
  } catch {
    return null
  }
}

export const createPageDoor = (ready: Promise<Wallet>, frames: FrameTree): PageDoor => {
  const ports = new Map<string, Runtime.Port>()
  const barred = new Set<string>()
  let admitted = 0

  /** So many of this tab are known to be barred. */
  const barredIn = (tab: number): number =>
    [...barred].filter((name) => name.startsWith(`${tab}/`)).length

  return {
    admit(port, door) {
      const { tab, frame, origin } = door
      const document = `${tab}/${frame}/${++admitted}`
      let facts: DocumentFacts | null = null
      /** Null: not known yet, so that nobody hears of this document. */
      let verdict: Verdict | null =
        frame === 0 ? { allowed: true, site: origin, inherited: [] } : null
      const report = (): void => {
        if (!facts || !verdict) return
        const { visible, tags, policies = [], otherWallet = false } = facts
        const { allowed, inherited } = verdict
        if (allowed) barred.delete(document)
        else if (barredIn(tab) < MOST_BARRED) barred.add(document)
        else if (!barred.has(document)) {
          void ready.then((wallet) => wallet.removeDocument(document))
          return
        }
        const site = verdict.site ?? siteOf(port) ?? origin
        const page = pathOf(port, site)
        const own = policies.map((text) => ({ self: origin, text }))
        const known = {
          tab,
          site,
          ...(page !== null && { page }),
          visible,
          tags,
          barred: !allowed,
          policies: [...inherited, ...own],
          otherWallet,
        }
        void ready.then((wallet) => {
          if (ports.has(document)) wallet.setDocument(document, known)
        })
      }
      ports.set(document, port)
      const stop = verdict
        ? () => {}
        : frames.watch(door, (next) => {
            verdict = next
            report()
          })
      port.onMessage.addListener((value: unknown) => {
        const message = parseFromPage(value)
        // A beat has done its work by arriving: it keeps the event page awake.
        if (message?.kind !== 'facts') return
        facts = message
        report()
      })
      port.onDisconnect.addListener(() => {
        stop()
        ports.delete(document)
        barred.delete(document)
        void ready.then((wallet) => wallet.removeDocument(document))
      })
    },
    tell(document, news) {
      ports.get(document)?.postMessage(news)
    },
  }
}
