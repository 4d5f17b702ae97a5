import type { LegacyEvent, LegacyState } from './bridge.ts'
import { createEventHandler } from './event-handler.ts'
import { defineProperty, NativeCustomEvent, NativeEventTarget } from './primordials.ts'

export interface LegacyMonetization {
  /** Null: the page has not asked for it, and so hears nothing. */
  readonly target: EventTarget | null
  setState(state: LegacyState): void
  toEvent(legacy: LegacyEvent): Event
}

/** `document.monetization`, the API of the `<meta name="monetization">` days: made when the page first asks for it. */
export const provideLegacyMonetization = (): LegacyMonetization => {
  let state: LegacyState = 'stopped'
  let target: EventTarget | null = null
  const make = (): EventTarget => {
    const made = new NativeEventTarget()
    defineProperty(made, 'state', { enumerable: true, get: () => state })
    const ends = ['pending', 'start', 'progress', 'stop']
    for (let at = 0; at < ends.length; at++)
      createEventHandler(`monetization${ends[at]}`).defineOn(made)
    return made
  }
  /** Writable, for pages that put a stand-in of their own there. */
  const hold = (value: unknown): void => {
    const all = { __proto__: null, configurable: true, enumerable: true, writable: true }
    defineProperty(document, 'monetization', { ...all, value })
  }
  defineProperty(document, 'monetization', {
    configurable: true,
    enumerable: true,
    get: () => {
      if (!target) hold((target = make()))
      return target
    },
    set: hold,
  })
  return {
    get target() {
      return target
    },
    setState: (to) => {
      state = to
    },
    toEvent: ({ type, detail }) => new NativeCustomEvent(type, { detail }),
  }
}
