import { compileHandler } from './compile-handler.ts'
import { elementNatives, isElement, isElementNode } from './elements.ts'
import {
  addEventListener,
  apply,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  nodePrototype,
  preventDefault,
  removeEventListener,
  set,
  weakGet,
  weakSet,
} from './primordials.ts'

/** An event handler of one target: as set, or as the text of an attribute until it is needed. */
interface Held {
  readonly handler: object | string | null
  /** The attribute as it was when last looked at. */
  readonly attribute: string | null
}

export interface EventHandler {
  /** Gives `owner`, and what inherits from it, the property. */
  defineOn(owner: object): void
  /** Gives it to the interfaces of elements (HTML, SVG, MathML) as soon as one of their elements is asked. */
  defineWhenAsked(): void
  /** Follows the content attribute of an element, which nobody observes: so before it matters. */
  look(target: EventTarget): void
}

const NOTHING: Held = { handler: null, attribute: null }

/**
 * The handler of events of this type, as HTML's "event handler IDL attributes" and "event handler
 * content attributes" are: setting an object, or the attribute, replaces the one before in its place
 * among the listeners; anything else takes it away. An object that cannot be called is kept, and does
 * nothing.
 */
export const createEventHandler = (type: string): EventHandler => {
  const name = `on${type}`
  const all = new WeakMap<EventTarget, Held>()
  const heldBy = (target: EventTarget): Held =>
    (apply(weakGet, all, [target]) as Held | undefined) ?? NOTHING
  const hold = (target: EventTarget, held: Held): void => {
    apply(weakSet, all, [target, held])
    apply(held.handler === null ? removeEventListener : addEventListener, target, [type, call])
  }

  const look = (target: EventTarget): void => {
    if (!isElement(target)) return
    const attribute = apply(elementNatives().getAttribute, target, [name])
    if (attribute !== heldBy(target).attribute) hold(target, { handler: attribute, attribute })
  }
  const current = (target: EventTarget): object | null => {
    look(target)
    const { handler, attribute } = heldBy(target)
    if (typeof handler !== 'string') return handler
    const compiled = compileHandler(target as Element, name, handler)
    apply(weakSet, all, [target, { handler: compiled, attribute }])
    return compiled
  }
  function call(this: EventTarget, event: Event): void {
    const handler = current(this)
    if (typeof handler === 'function' && apply(handler, this, [event]) === false)
      apply(preventDefault, event, [])
  }

  const defineOn = (owner: object): void => {
    // A native one of the same owner knows what is of its kind, and throws for all else.
    const native = getOwnPropertyDescriptor(owner, 'onstalled')?.get
    /** Without an object (`onmonetization = …`) the window is meant. */
    const checked = (self: unknown): EventTarget => {
      if (native) apply(native, self, [])
      return (self ?? owner) as EventTarget
    }
    const property = {
      get [name](): object | null {
        return current(checked(this))
      },
      set [name](value: unknown) {
        const target = checked(this)
        look(target)
        const handler = typeof value === 'object' || typeof value === 'function' ? value : null
        hold(target, { handler, attribute: heldBy(target).attribute })
      },
    }
    defineProperty(owner, name, getOwnPropertyDescriptor(property, name)!)
  }
  /** The prototype of its interface right below `Element`; null for what is of no such interface. */
  const interfaceOf = (asked: object): object | null => {
    if (!isElementNode(asked)) return null
    const { prototype } = elementNatives()
    for (let at: object = asked, above; (above = getPrototypeOf(at)); at = above)
      if (above === prototype) return at === asked ? null : at
    return null
  }
  const defineWhenAsked = (): void => {
    const property = {
      get [name](): unknown {
        const owner = interfaceOf(this)
        if (!owner) return undefined
        defineOn(owner)
        return get(owner, name, this) as unknown
      },
      set [name](value: unknown) {
        const owner = interfaceOf(this)
        if (owner) defineOn(owner)
        const own = { value, configurable: true, enumerable: true, writable: true }
        if (owner) set(owner, name, value, this)
        else defineProperty(this, name, own)
      },
    }
    defineProperty(nodePrototype, name, getOwnPropertyDescriptor(property, name)!)
  }
  return { defineOn, defineWhenAsked, look }
}
