import { PAGE_PORT } from './page-port.ts'
import { POPUP_PORT } from './popup-port.ts'

/** What the browser itself says of whoever opened a port; none of it comes from the message. */
export interface Caller {
  readonly extensionId: string | undefined
  readonly url: string | undefined
  readonly tabId: number | undefined
  readonly frameId: number | undefined
}

export type Door =
  | { readonly kind: 'page'; readonly tab: number; readonly frame: number; readonly site: string }
  | { readonly kind: 'popup' }

/** Our own identity: `runtime.id`, and the extension's origin with a slash at its end. */
export interface House {
  readonly id: string
  readonly root: string
}

const pageOrigin = (text: string | undefined): string | null => {
  try {
    const { protocol, origin } = new URL(text ?? '')
    return protocol === 'https:' || protocol === 'http:' ? origin : null
  } catch {
    return null
  }
}

/**
 * Who stands at the door, by the port's name and the browser's word; null: the port is closed unheard.
 *
 * | port  | content script of a top document | popup.html | anybody else |
 * | ----- | -------------------------------- | ---------- | ------------ |
 * | page  | yes                              | no         | no           |
 * | popup | no                               | yes        | no           |
 */
export const doorFor = (port: string, caller: Caller, house: House): Door | null => {
  if (caller.extensionId !== house.id) return null
  if (port === POPUP_PORT) {
    const url = caller.url?.split(/[?#]/, 1)[0]
    // Nobody frames it: whoever did would lay its buttons under a click that means something else.
    const framed = (caller.frameId ?? 0) !== 0
    return url === `${house.root}popup.html` && !framed ? { kind: 'popup' } : null
  }
  const site = pageOrigin(caller.url)
  if (port !== PAGE_PORT || site === null) return null
  if (caller.tabId === undefined || caller.frameId !== 0) return null
  return { kind: 'page', tab: caller.tabId, frame: caller.frameId, site }
}
