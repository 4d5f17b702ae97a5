import {
  addEventListener,
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  preventDefault,
  removeEventListener,
  weakGet,
  weakSet,
} from './primordials.ts'

type Handler = object | null

/**
 * Gives `owner` (and what inherits from it) an event handler property, as HTML's "event handler IDL
 * attributes": setting an object replaces the one before in its place among the listeners, anything
 * else takes it away. An object that cannot be called is kept, and does nothing.
 */
export const defineEventHandler = (owner: object, type: string): void => {
  const handlers = new WeakMap<EventTarget, Handler>()
  const handlerOf = (target: EventTarget): Handler =>
    (apply(weakGet, handlers, [target]) as Handler | undefined) ?? null
  // A native one of the same owner knows which objects are of its kind, and throws for all others.
  const native = getOwnPropertyDescriptor(owner, 'onstalled')?.get
  /** Without an object (`onmonetization = …`) the window is meant. */
  const checked = (self: EventTarget | undefined): EventTarget => {
    if (native) apply(native, self, [])
    return self ?? (owner as EventTarget)
  }

  function call(this: EventTarget, event: Event): void {
    const handler = handlerOf(this)
    if (typeof handler === 'function' && apply(handler, this, [event]) === false)
      apply(preventDefault, event, [])
  }
  const name = `on${type}`
  const property = {
    get [name](): Handler {
      return handlerOf(checked(this as unknown as EventTarget))
    },
    set [name](value: unknown) {
      const target = checked(this as unknown as EventTarget)
      const given = typeof value === 'object' || typeof value === 'function' ? value : null
      apply(weakSet, handlers, [target, given])
      apply(given ? addEventListener : removeEventListener, target, [type, call])
    },
  }
  defineProperty(owner, name, getOwnPropertyDescriptor(property, name)!)
}
