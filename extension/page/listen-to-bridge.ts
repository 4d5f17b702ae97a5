import {
  addEventListener,
  apply,
  bind,
  dispatchEvent,
  getOwnPropertyDescriptor,
  observe,
  parse,
  preventDefault,
  queue,
  stopImmediatePropagation,
} from './primordials.ts'
import { BRIDGE, type LegacyEvent, type LinkMessage, type WalletQuestion } from './bridge.ts'

const detailOf = getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get
const targetOf = getOwnPropertyDescriptor(Event.prototype, 'target')?.get

export type BridgeMessage = Partial<LinkMessage & { legacy: LegacyEvent } & WalletQuestion>

/** Dispatches from an empty stack, so that no stack trace in a page names this script. */
export const dispatchLater = (target: EventTarget, event: Event): void => {
  queue(apply(bind, dispatchEvent, [target, event]) as () => void)
}

interface Heard {
  readonly type: string
  readonly listener: (event: Event) => void
}
const heard: Heard[] = []

/** Hears events of this type before any listener of the page, whatever their target in the document. */
export const listenFirst = (type: string, listener: (event: Event) => void): void => {
  const listen = (): void => {
    for (let at = 0; at < heard.length; at++) {
      const { type, listener } = heard[at]!
      apply(addEventListener, window, [type, listener, true])
    }
  }
  heard[heard.length] = { type, listener }
  listen()
  // `document.open()` takes all listeners away and replaces the root.
  if (heard.length === 1)
    apply(observe, new MutationObserver(listen), [document, { childList: true }])
}

/**
 * Hears the content script, before any listener of the page and instead of it. What a page makes up
 * ends here too: at worst it deceives itself. What was asked is answered with yes by returning true.
 */
export const listenToBridge = (
  receive: (target: EventTarget, message: BridgeMessage) => boolean,
): void =>
  listenFirst(BRIDGE, (event) => {
    apply(stopImmediatePropagation, event, [])
    try {
      const text = apply(detailOf!, event, []) as string
      const target = apply(targetOf!, event, []) as EventTarget
      if (receive(target, parse(text) as BridgeMessage)) apply(preventDefault, event, [])
    } catch {
      // Not from the content script.
    }
  })
