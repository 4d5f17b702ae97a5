import { pageCall } from '../../../browsers/page-call.ts'

/**
 * Runs in a page. Replaces what scripts are built on by what does the same and writes down all it is given, in
 * this window and in frames of it, there before any other script; `recorded()` gives it all.
 */
const record = (properties: readonly string[]): void => {
  const { apply, construct, ownKeys, defineProperty, getOwnPropertyDescriptor } = Reflect
  const { stringify } = JSON
  const texts = new Set<string>()
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called through `apply` only
  const setAdd = Set.prototype.add
  let busy = false
  const write = (value: unknown): void => {
    if (busy) return
    busy = true
    try {
      if (typeof value === 'string') apply(setAdd, texts, [value])
      else if (typeof value === 'object' && value !== null) {
        const { data, detail, message, stack } = value as Record<string, unknown>
        for (const one of [data, detail, message, stack])
          if (typeof one === 'string') apply(setAdd, texts, [one])
        apply(setAdd, texts, [stringify(value) ?? ''])
      }
    } catch {
      // A value with an end of its own, as the window has none.
    }
    busy = false
  }

  const wrap = (owner: object, name: string | symbol): void => {
    const had = getOwnPropertyDescriptor(owner, name)
    if (!had?.configurable || name === 'constructor') return
    const wrapped = (original: (...args: unknown[]) => unknown) => {
      const stand = function (this: unknown, ...args: unknown[]): unknown {
        write(this)
        for (let n = 0; n < args.length; n++) write(args[n])
        const result = apply(original, this, args)
        write(result)
        return result
      }
      defineProperty(stand, 'name', { value: original.name })
      return stand
    }
    if (typeof had.value === 'function') {
      const original = had.value as (...args: unknown[]) => unknown
      const isClass = 'prototype' in original && original.prototype !== undefined
      const value = isClass
        ? new Proxy(original, {
            construct(target, args, newTarget) {
              for (let n = 0; n < args.length; n++) write(args[n])
              return construct(target, args, newTarget) as object
            },
          })
        : wrapped(original)
      defineProperty(owner, name, { ...had, value })
    } else if (had.get) {
      const get = wrapped(had.get)
      defineProperty(owner, name, { ...had, get })
    }
  }
  const hostile = (world: typeof globalThis): void => {
    const owners: object[] = [
      world.Array.prototype,
      world.Object,
      world.Promise.prototype,
      world.Promise,
      world.EventTarget.prototype,
      world.Event.prototype,
      world.CustomEvent.prototype,
      world.Reflect,
      world.JSON,
      world.WeakMap.prototype,
      world.Map.prototype,
      world.String.prototype,
      world.RegExp.prototype,
      world.Function.prototype,
      world.MutationObserver.prototype,
      world.DOMTokenList.prototype,
      world.HTMLLinkElement.prototype,
      world.Node.prototype,
      world.Element.prototype,
      world.Document.prototype,
      world.URL,
      world.Performance.prototype,
      world.Crypto.prototype,
    ]
    for (const owner of owners) for (const name of ownKeys(owner)) wrap(owner, name)
    for (const name of 'Array Object Promise EventTarget CustomEvent Event Proxy WeakMap Map Symbol MutationObserver queueMicrotask setTimeout BigInt'.split(
      ' ',
    ))
      wrap(world, name)
    // Without these no property could be defined any more, by the test neither.
    const needed = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'toJSON']
    for (const name of properties) {
      if (name in world.Object.prototype || needed.includes(name)) continue
      defineProperty(world.Object.prototype, name, {
        configurable: true,
        get: () => undefined,
        set(this: object, value: unknown) {
          write(value)
          defineProperty(this, name, {
            value,
            configurable: true,
            enumerable: true,
            writable: true,
          })
        },
      })
    }
  }
  Object.assign(globalThis, {
    recorded: () => stringify(Array.from(texts)),
    hostile,
  })
}

/** For the head of a page: `hostile(window)` does it to a window. */
export const recordingGlobals = (properties: readonly string[]): string =>
  `<script>${pageCall(record, properties)}</script>`
