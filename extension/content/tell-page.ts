import { BRIDGE, type DocumentMessage, type LinkMessage } from '../page/bridge.ts'

/** False: it was a question, and the answer is yes. */
export const tellPage = (target: EventTarget, message: LinkMessage | DocumentMessage): boolean => {
  const detail = JSON.stringify(message)
  return target.dispatchEvent(new CustomEvent(BRIDGE, { detail, cancelable: true }))
}
