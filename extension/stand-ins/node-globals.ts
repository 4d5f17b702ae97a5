import { Buffer } from './buffer.ts'

/** Node's globals that the Interledger packages take for granted. Imported before any of them. */
Object.assign(globalThis, {
  Buffer,
  global: globalThis,
  process: {
    env: {},
    browser: true,
    nextTick: (call: (...args: unknown[]) => void, ...args: unknown[]) =>
      queueMicrotask(() => call(...args)),
  },
})
