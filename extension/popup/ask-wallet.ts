import browser from '../native-browser.ts'
import { POPUP_PORT, type FromPopup, type ToPopup } from '../messages/popup-port.ts'

/** The port is opened for one question, so that its answer needs no name. */
const ID = 'question'

export type Question<Message = FromPopup> = Message extends { readonly id: string }
  ? Omit<Message, 'id'>
  : never

type Answer<Kind extends ToPopup['kind']> = Extract<ToPopup, { kind: Kind }>

/** What the wallet says to one question, in the message of this kind; null where it was stopped before it answered. */
export const askWallet = <Kind extends ToPopup['kind']>(
  question: Question,
  kind: Kind,
): Promise<Answer<Kind> | null> =>
  new Promise((resolve) => {
    const port = browser.runtime.connect({ name: POPUP_PORT })
    port.onDisconnect.addListener(() => resolve(null))
    port.onMessage.addListener((message: unknown) => {
      const heard = message as ToPopup
      if (heard.kind !== kind) return
      port.disconnect()
      resolve(heard as Answer<Kind>)
    })
    port.postMessage({ ...question, id: ID })
  })
