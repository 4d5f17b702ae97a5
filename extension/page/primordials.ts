/* eslint-disable @typescript-eslint/unbound-method -- called through `apply` only */

/**
 * The built-ins used after the page's scripts began, which may have replaced them by then: taken
 * first thing. The other files here take theirs from this one. What a page breaks is its own view
 * only; this keeps an honest page's patches from breaking it by mistake.
 */
export const {
  apply,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  set,
  setPrototypeOf,
} = Reflect
export const { parse } = JSON
export const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype
export const { composedPath, preventDefault, stopImmediatePropagation } = Event.prototype
export const { get: weakGet, set: weakSet } = WeakMap.prototype
export const { bind } = Function.prototype
export const { toLowerCase, toWellFormed } = String.prototype as unknown as {
  toLowerCase(): string
  toWellFormed(): string
}
export const { observe } = MutationObserver.prototype
export const { createElement } = Document.prototype
export const nodePrototype = Node.prototype
export const NativeCustomEvent = CustomEvent
export const NativeEventTarget = EventTarget
export const NativeObject = Object
export const NativeProxy = Proxy
export const NativeTypeError = TypeError
export const queue = queueMicrotask
