import { BRIDGE, type DocumentMessage, type LinkMessage } from '../page/bridge.ts'

export const tellPage = (target: EventTarget, message: LinkMessage | DocumentMessage): void => {
  target.dispatchEvent(new CustomEvent(BRIDGE, { detail: JSON.stringify(message) }))
}
