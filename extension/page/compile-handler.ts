import { elementNatives, NATIVE_HANDLER } from './elements.ts'
import {
  apply,
  bind,
  createElement,
  defineProperty,
  get,
  NativeProxy,
  set,
  setPrototypeOf,
} from './primordials.ts'

/** Names that the handler uses are first looked for in its element (HTML, "getting the current value"). */
const inElement = {
  // Or what a page adds to all objects were traps and attributes.
  __proto__: null,
  get: (element: Element, key: PropertyKey): unknown => {
    const value: unknown = get(element, key)
    return typeof value === 'function' ? apply(bind, value, [element]) : value
  },
  set: (element: Element, key: PropertyKey, value: unknown) => set(element, key, value),
}

/**
 * What the browser makes of the text of an event handler content attribute: a function, or null where
 * the text has an error or the page's policy forbids it. The browser itself compiles it, as a handler
 * that it knows, of an element that is in no tree: so there is no `eval` here, and it is the page's
 * own Content Security Policy and Trusted Types that decide, and that report.
 */
export const compileHandler = (element: Element, name: string, text: string): object | null => {
  try {
    const natives = elementNatives()
    const stub = apply(createElement, document, ['div']) as Element
    setPrototypeOf(stub, new NativeProxy(element, inElement))
    apply(natives.setAttribute, stub, [NATIVE_HANDLER, text])
    const handler = apply(natives.handler, stub, [])
    const named = { __proto__: null, value: name, configurable: true }
    if (handler) defineProperty(handler, 'name', named)
    return handler
  } catch {
    // Trusted Types: no default policy, or one that refused.
    return null
  }
}
