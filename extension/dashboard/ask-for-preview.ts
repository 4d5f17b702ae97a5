import browser from 'webextension-polyfill'
import { POPUP_PORT, type FromPopup, type ToPopup } from '../messages/popup-port.ts'

type Preview = Extract<ToPopup, { kind: 'import-preview' }>

/** What a file of settings would change; null where the wallet was stopped before it answered. */
export const askForPreview = (text: string): Promise<Preview['changes'] | null> =>
  new Promise((resolve) => {
    const port = browser.runtime.connect({ name: POPUP_PORT })
    port.onDisconnect.addListener(() => resolve(null))
    port.onMessage.addListener((message: unknown) => {
      const heard = message as ToPopup
      if (heard.kind !== 'import-preview') return
      port.disconnect()
      resolve(heard.changes)
    })
    port.postMessage({ kind: 'preview-import', id: 'preview', text } satisfies FromPopup)
  })
