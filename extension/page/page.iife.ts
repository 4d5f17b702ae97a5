import { defineEventHandler } from './event-handler.ts'
import { provideLegacyMonetization } from './legacy-monetization.ts'
import { supportMonetizationLinks } from './link-support.ts'
import { dispatchLater, listenToBridge } from './listen-to-bridge.ts'
import { MonetizationCurrencyAmount, MonetizationEvent } from './monetization-event.ts'
import { apply, defineProperty, isPrototypeOf, linkPrototype, queue } from './primordials.ts'

/** Gives the page both Web Monetization APIs, each only where the browser has none of its own. */
const provide = (): void => {
  const hasLinks = !('MonetizationEvent' in window)
  const legacy = 'monetization' in document ? null : provideLegacyMonetization()
  if (hasLinks) {
    supportMonetizationLinks()
    // By key, because minifying renames the classes themselves.
    for (const [name, value] of Object.entries({ MonetizationEvent, MonetizationCurrencyAmount })) {
      defineProperty(value, 'name', { value: name, configurable: true })
      defineProperty(window, name, { value, configurable: true, writable: true })
    }
    for (const owner of [HTMLElement.prototype, Document.prototype, window])
      defineEventHandler(owner, 'monetization')
  }

  listenToBridge((target, message) => {
    if (message.legacy && legacy && target === document) {
      const { state } = message.legacy
      const event = legacy.toEvent(message.legacy)
      queue(() => legacy.setState(state))
      dispatchLater(legacy.target, event)
    } else if (message.paid && hasLinks && apply(isPrototypeOf, linkPrototype, [target])) {
      const init = { ...message.paid, bubbles: true }
      dispatchLater(target, new MonetizationEvent('monetization', init))
    }
  })
}

// Draft: [SecureContext].
if (isSecureContext) provide()
