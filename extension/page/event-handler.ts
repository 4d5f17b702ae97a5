import {
  addEventListener,
  apply,
  defineProperty,
  preventDefault,
  removeEventListener,
  weakDelete,
  weakGet,
  weakSet,
} from './primordials.ts'

type Handler = (this: EventTarget, event: Event) => unknown

/**
 * Gives `owner` (and what inherits from it) an event handler property, as HTML's "event handler IDL
 * attributes": setting a function replaces the one before, anything else takes it away.
 */
export const defineEventHandler = (owner: object, type: string): void => {
  const handlers = new WeakMap<EventTarget, Handler>()
  const handlerOf = (target: EventTarget): Handler | undefined =>
    apply(weakGet, handlers, [target]) as Handler | undefined

  function call(this: EventTarget, event: Event): void {
    const handler = handlerOf(this)
    if (handler && apply(handler, this, [event]) === false) apply(preventDefault, event, [])
  }
  defineProperty(owner, `on${type}`, {
    configurable: true,
    enumerable: true,
    get(this: EventTarget): Handler | null {
      return handlerOf(this) ?? null
    },
    set(this: EventTarget, value: unknown): void {
      const given = typeof value === 'function'
      apply(given ? weakSet : weakDelete, handlers, [this, value])
      apply(given ? addEventListener : removeEventListener, this, [type, call])
    },
  })
}
