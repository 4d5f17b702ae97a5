import browser from 'webextension-polyfill'
import { POPUP_PORT, type FromPopup, type ToPopup } from '../messages/popup-port.ts'

type Export = Extract<FromPopup, { kind: 'export' | 'export-settings' }>
/** The port is opened for one question, so that its answer needs no name. */
const ID = 'export'

/** The book or the settings as a file; null where the wallet has none, or was stopped before it answered. */
export const askForExport = (
  what: { [Kind in Export['kind']]: Omit<Extract<Export, { kind: Kind }>, 'id'> }[Export['kind']],
): Promise<string | null> =>
  new Promise((resolve) => {
    const port = browser.runtime.connect({ name: POPUP_PORT })
    port.onDisconnect.addListener(() => resolve(null))
    port.onMessage.addListener((message: unknown) => {
      const heard = message as ToPopup
      if (heard.kind !== 'exported') return
      port.disconnect()
      resolve(heard.text)
    })
    port.postMessage({ ...what, id: ID } satisfies FromPopup)
  })
