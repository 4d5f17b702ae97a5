import { MonetizationCurrencyAmount } from './currency-amount.ts'
import { defineEventHandler } from './event-handler.ts'
import { provideLegacyMonetization } from './legacy-monetization.ts'
import { supportMonetizationLinks } from './link-support.ts'
import { dispatchLater, listenToBridge } from './listen-to-bridge.ts'
import { MonetizationEvent } from './monetization-event.ts'
import { apply, defineProperty, isPrototypeOf, linkPrototype, queue } from './primordials.ts'

/** Gives the page both Web Monetization APIs: each piece only where the browser has none of its own. */
const provide = (): void => {
  const provideGlobal = <T>(name: string, value: T): T => {
    if (!(name in window))
      defineProperty(window, name, { value, configurable: true, writable: true })
    return (window as unknown as Record<string, T>)[name]!
  }
  supportMonetizationLinks()
  provideGlobal('MonetizationCurrencyAmount', MonetizationCurrencyAmount)
  const PageEvent = provideGlobal('MonetizationEvent', MonetizationEvent)
  const elements = [HTMLElement.prototype, SVGElement.prototype, MathMLElement.prototype]
  for (const owner of [...elements, Document.prototype, window])
    if (!('onmonetization' in owner)) defineEventHandler(owner, 'monetization')
  const legacy = 'monetization' in document ? null : provideLegacyMonetization()

  listenToBridge((target, message) => {
    if (message.legacy && legacy && target === document) {
      const { state } = message.legacy
      const event = legacy.toEvent(message.legacy)
      queue(() => legacy.setState(state))
      dispatchLater(legacy.target, event)
    } else if (message.paid && apply(isPrototypeOf, linkPrototype, [target])) {
      const { paid } = message
      // STREAM pays an address directly: there is no incoming payment to look up.
      const rest = { bubbles: true, incomingPayment: null, walletAddress: paid.paymentPointer }
      dispatchLater(target, new PageEvent('monetization', { ...paid, ...rest }))
    }
  })
}

// Draft: [SecureContext].
if (isSecureContext) provide()
