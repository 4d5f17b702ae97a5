import type { LegacyEvent, LegacyState } from './bridge.ts'
import { createEventHandler } from './event-handler.ts'
import { defineProperty, NativeCustomEvent } from './primordials.ts'

export interface LegacyMonetization {
  readonly target: EventTarget
  setState(state: LegacyState): void
  toEvent(legacy: LegacyEvent): Event
}

/** `document.monetization`, the API of the `<meta name="monetization">` days. */
export const provideLegacyMonetization = (): LegacyMonetization => {
  let state: LegacyState = 'stopped'
  const target = new EventTarget()
  defineProperty(target, 'state', { enumerable: true, get: () => state })
  for (const end of ['pending', 'start', 'progress', 'stop'])
    createEventHandler(`monetization${end}`).defineOn(target)
  // Writable, for pages that put a stand-in of their own there.
  defineProperty(document, 'monetization', {
    value: target,
    configurable: true,
    enumerable: true,
    writable: true,
  })
  return {
    target,
    setState: (to) => {
      state = to
    },
    toEvent: ({ type, detail }) => new NativeCustomEvent(type, { detail }),
  }
}
