import {
  apply,
  createElement,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  nodePrototype,
} from './primordials.ts'

/** What all elements have. */
export interface ElementNatives {
  readonly prototype: object
  readonly getAttribute: (name: string) => string | null
  readonly setAttribute: (name: string, value: string) => void
  /** Getter of an event handler that all HTML elements have. */
  readonly handler: () => object | null
}

/** Some event that a `div` never hears. */
export const NATIVE_HANDLER = 'onstalled'

const ELEMENT = 1
const nodeType = getOwnPropertyDescriptor(nodePrototype, 'nodeType')?.get

/** Throws for what is no node, as their prototypes are not. */
export const isElementNode = (value: unknown): value is Element =>
  apply(nodeType!, value, []) === ELEMENT

export const isElement = (value: unknown): value is Element => {
  try {
    return isElementNode(value)
  } catch {
    // No node: the window, or what a page made up.
    return false
  }
}

let natives: ElementNatives | null = null

/**
 * Not before an element is asked: to touch what elements are made of makes Chromium set it up, which costs a page
 * 60 KiB and a fifth of what all our scripts do there, and next to none has a handler. What a page has changed of it by
 * then is what its handlers get.
 */
export const elementNatives = (): ElementNatives => {
  if (natives) return natives
  let html: object = apply(createElement, document, ['div'])
  let prototype = getPrototypeOf(html)!
  for (let above; (above = getPrototypeOf(prototype)) !== nodePrototype; prototype = above!)
    html = prototype
  const method = (name: string): unknown => getOwnPropertyDescriptor(prototype, name)?.value
  return (natives = {
    prototype,
    getAttribute: method('getAttribute') as ElementNatives['getAttribute'],
    setAttribute: method('setAttribute') as ElementNatives['setAttribute'],
    handler: getOwnPropertyDescriptor(html, NATIVE_HANDLER)!.get as ElementNatives['handler'],
  })
}
