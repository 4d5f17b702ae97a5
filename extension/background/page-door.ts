import type { Runtime } from 'webextension-polyfill'
import type { Wallet } from '../../src/wallet/wallet.ts'
import type { Door } from '../messages/doors.ts'
import type { TagNews } from '../messages/page-port.ts'
import { parseFromPage } from '../messages/parse-from-page.ts'

/** The documents that have tags, each behind a port of its own. */
export interface PageDoor {
  admit(port: Runtime.Port, door: Extract<Door, { kind: 'page' }>): void
  tell(document: string, news: TagNews): void
}

export const createPageDoor = (ready: Promise<Wallet>): PageDoor => {
  const ports = new Map<string, Runtime.Port>()
  let admitted = 0
  return {
    admit(port, { tab, frame, site }) {
      const document = `${tab}/${frame}/${++admitted}`
      ports.set(document, port)
      port.onMessage.addListener((value: unknown) => {
        const message = parseFromPage(value)
        // A beat has done its work by arriving: it keeps the event page awake.
        if (message?.kind !== 'facts') return
        const { visible, tags } = message
        void ready.then((wallet) => {
          if (ports.has(document)) wallet.setDocument(document, { tab, site, visible, tags })
        })
      })
      port.onDisconnect.addListener(() => {
        ports.delete(document)
        void ready.then((wallet) => wallet.removeDocument(document))
      })
    },
    tell(document, news) {
      ports.get(document)?.postMessage(news)
    },
  }
}
