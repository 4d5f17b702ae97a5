import browser from 'webextension-polyfill'
import { POPUP_PORT, type FromPopup, type ToPopup } from '../messages/popup-port.ts'

const ID = 'file'

/** The settings as a file; null where the wallet was stopped before it answered. */
export const askForSettings = (withToken: boolean): Promise<string | null> =>
  new Promise((resolve) => {
    const port = browser.runtime.connect({ name: POPUP_PORT })
    port.onDisconnect.addListener(() => resolve(null))
    port.onMessage.addListener((message: unknown) => {
      const heard = message as ToPopup
      if (heard.kind !== 'exported') return
      port.disconnect()
      resolve(heard.text)
    })
    port.postMessage({ kind: 'export-settings', id: ID, withToken } satisfies FromPopup)
  })
