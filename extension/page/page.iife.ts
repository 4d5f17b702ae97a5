import { MonetizationCurrencyAmount } from './currency-amount.ts'
import { isElement } from './elements.ts'
import { createEventHandler } from './event-handler.ts'
import { provideLegacyMonetization } from './legacy-monetization.ts'
import { supportMonetizationLinks } from './link-support.ts'
import { dispatchLater, listenFirst, listenToBridge } from './listen-to-bridge.ts'
import { MonetizationEvent } from './monetization-event.ts'
import {
  apply,
  composedPath,
  defineProperty,
  getOwnPropertyDescriptor,
  nodePrototype,
  queue,
  weakGet,
  weakSet,
} from './primordials.ts'

const TYPE = 'monetization'

const provideGlobal = <T>(name: string, value: T): T => {
  if (!(name in window)) defineProperty(window, name, { value, configurable: true, writable: true })
  return (window as unknown as Record<string, T>)[name]!
}

/** `onmonetization`, as property and as attribute. `onEvent` hears every event of it first. */
const provideHandlers = (onEvent: (event: Event) => void): void => {
  const lacks = (owner: object): boolean => !getOwnPropertyDescriptor(owner, `on${TYPE}`)
  const owners = [Document.prototype, window].filter(lacks)
  if (owners.length === 0) return
  const handler = createEventHandler(TYPE)
  // Where the browser has it, so have all of its elements.
  if (owners[0] === Document.prototype && lacks(nodePrototype)) handler.defineWhenAsked()
  for (const owner of owners) handler.defineOn(owner)
  listenFirst(TYPE, (event) => {
    onEvent(event)
    const path = apply(composedPath, event, [])
    for (let at = 0; at < path.length; at++) handler.look(path[at]!)
  })
}

/** Gives the page both Web Monetization APIs: each piece only where the browser has none of its own. */
const provide = (): void => {
  // No script of the page has run: who was here first is another wallet, or the browser itself.
  let another = 'MonetizationEvent' in window || TYPE in document
  const own = new WeakMap<Event, true>()
  supportMonetizationLinks()
  provideGlobal('MonetizationCurrencyAmount', MonetizationCurrencyAmount)
  const PageEvent = provideGlobal('MonetizationEvent', MonetizationEvent)
  provideHandlers((event) => {
    another ||= !apply(weakGet, own, [event])
  })
  const legacy = TYPE in document ? null : provideLegacyMonetization()

  listenToBridge((target, message) => {
    if (message.ask) return another
    if (message.legacy && legacy && target === document) {
      const { state } = message.legacy
      const event = legacy.toEvent(message.legacy)
      queue(() => legacy.setState(state))
      if (legacy.target) dispatchLater(legacy.target, event)
    } else if (message.paid && isElement(target)) {
      const { paid } = message
      // STREAM pays an address directly: there is no incoming payment to look up.
      const rest = { bubbles: true, incomingPayment: null, walletAddress: paid.paymentPointer }
      const event = new PageEvent(TYPE, { ...paid, ...rest })
      apply(weakSet, own, [event, true])
      dispatchLater(target, event)
    }
    return false
  })
}

// Draft: [SecureContext].
if (isSecureContext) provide()
